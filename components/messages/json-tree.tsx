"use client";

import { Menu } from "@mantine/core";
import { IconChevronDown, IconChevronRight, IconColumnInsertRight, IconCopy, IconFilter } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { ICON } from "@/components/ui/icon.ts";
import { TextButton } from "@/components/ui/text-link.tsx";
import { useConditions, useCopyNotice } from "./cell-menu.tsx";
import classes from "./json-tree.module.css";
import { comparison, type JsonPath, pathText } from "./json-path.ts";
import { childrenOf, isBranch, jsonText, type JsonValue, kindOf, leafText } from "./json-value.ts";
import { useMessages } from "./messages-context.tsx";
import { sortColumns } from "./messages-search.ts";
import { PointMenu } from "./point-menu.tsx";

const OPEN_DEPTH = 3;
const FIRST_CHILDREN = 100;

type Pick = (path: JsonPath, value: JsonValue, event: MouseEvent) => void;
type NodeProps = { name: string | number | null; value: JsonValue; path: JsonPath; pick: Pick };

function Name({ name, value, path, pick }: NodeProps) {
  if (name === null) return null;
  return (
    <>
      <button
        type="button"
        className={`hw-plain ${classes.name}`}
        data-index={typeof name === "number" || undefined}
        aria-haspopup="menu"
        onClick={(event) => pick(path, value, event)}
      >
        {name}
      </button>
      {": "}
    </>
  );
}

function Branch(props: NodeProps) {
  const { name, value, path, pick } = props;
  const t = useTranslations("messages.tree");
  const children = childrenOf(value);
  const [open, setOpen] = useState(path.length < OPEN_DEPTH && children.length <= FIRST_CHILDREN);
  const [most, setMost] = useState(FIRST_CHILDREN);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  const count = t(kindOf(value) === "array" ? "entries" : "fields", { count: children.length });
  return (
    <li className={classes.node}>
      <button
        type="button"
        className={`hw-plain ${classes.toggle}`}
        aria-expanded={open}
        aria-label={t("toggle", { name: String(name ?? "value") })}
        onClick={() => setOpen(!open)}
      >
        <Chevron {...ICON} size={14} />
      </button>
      <Name {...props} />
      <span className={classes.count}>{count}</span>
      {open ? (
        <ul className={classes.children}>
          {children.slice(0, most).map(([key, child]) => (
            <Node key={key} name={key} value={child} path={[...path, key]} pick={pick} />
          ))}
          {children.length > most ? (
            <li>
              <TextButton onClick={() => setMost(most * 10)}>{t("more", { count: children.length - most })}</TextButton>
            </li>
          ) : null}
        </ul>
      ) : null}
    </li>
  );
}

function Node(props: NodeProps) {
  const { value } = props;
  if (isBranch(value) && childrenOf(value).length > 0) return <Branch {...props} />;
  return (
    <li className={classes.node}>
      <Name {...props} />
      <span className={classes.leaf} data-json={kindOf(value)}>
        {jsonText(value)}
      </span>
    </li>
  );
}

function FieldItems({ path, value }: { path: JsonPath; value: JsonValue }) {
  const t = useTranslations("messages.tree");
  const { url, change } = useMessages();
  const { addCondition } = useConditions();
  const copy = useCopyNotice();
  const id = pathText(path);
  const condition = comparison(path, value);
  const shown = url.columns.includes(id);
  const toggleColumn = () =>
    change(
      { columns: sortColumns(shown ? url.columns.filter((column) => column !== id) : [...url.columns, id]) },
      "replace",
    );
  return (
    <>
      {condition === null ? null : (
        <Menu.Item leftSection={<IconFilter {...ICON} />} onClick={() => addCondition(condition)}>
          {t("filter")}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconColumnInsertRight {...ICON} />} onClick={toggleColumn}>
        {t(shown ? "removeColumn" : "addColumn")}
      </Menu.Item>
      <Menu.Item leftSection={<IconCopy {...ICON} />} onClick={() => void copy(leafText(value))}>
        {t("copyValue")}
      </Menu.Item>
      <Menu.Item leftSection={<IconCopy {...ICON} />} onClick={() => void copy(id)}>
        {t("copyPath")}
      </Menu.Item>
    </>
  );
}

/** JsonTree is a JSON value to look into; a field's name offers to filter by it, to make it a column, and to copy it. */
export function JsonTree({ value }: { value: JsonValue }) {
  const t = useTranslations("messages.tree");
  const [picked, setPicked] = useState<{ path: JsonPath; value: JsonValue; x: number; y: number } | null>(null);
  const pick: Pick = (path, found, event) => {
    const { left, bottom } = event.currentTarget.getBoundingClientRect();
    setPicked({ path, value: found, x: left, y: bottom });
  };
  return (
    <>
      <ul className={classes.tree}>
        <Node name={null} value={value} path={[]} pick={pick} />
      </ul>
      <PointMenu at={picked} label={t("menu")} onClose={() => setPicked(null)}>
        {picked ? <FieldItems path={picked.path} value={picked.value} /> : null}
      </PointMenu>
    </>
  );
}
