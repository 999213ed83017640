"use client";

import {
  IconFileText,
  IconServer2,
  IconStack2,
  IconTopologyStar3,
  IconUsersGroup,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ICON } from "@/components/ui/icon.ts";
import { Kbd } from "@/components/ui/kbd.tsx";
import { type PaletteItem, type PaletteKind, splitMatch } from "./palette-items.ts";
import classes from "./palette.module.css";

const icons: Record<PaletteKind, TablerIcon> = {
  topic: IconStack2,
  group: IconUsersGroup,
  broker: IconServer2,
  cluster: IconTopologyStar3,
  page: IconFileText,
};

type OptionProps = {
  item: PaletteItem;
  text: string;
  id: string;
  chosen: boolean;
  onPoint: () => void;
  onOpen: () => void;
};

function Option({ item, text, id, chosen, onPoint, onOpen }: OptionProps) {
  const t = useTranslations("nav.palette");
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const Icon = icons[item.kind];
  const [before, match, after] = splitMatch(item.name, text);
  return (
    // The keyboard works in the field above, which points here by aria-activedescendant.
    <button
      type="button"
      ref={element}
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={`hw-plain ${classes.option}`}
      onPointerMove={onPoint}
      onClick={onOpen}
    >
      <Icon {...ICON} />
      <span className={classes.name}>
        {before}
        <b>{match}</b>
        {after}
      </span>
      <span className={classes.kind}>
        {item.detail ? t("kindDetail", { kind: t(item.kind), detail: item.detail }) : t(item.kind)}
      </span>
      <span className={classes.enter} aria-hidden="true">
        <Kbd>↵</Kbd>
      </span>
    </button>
  );
}

type PaletteListProps = {
  id: string;
  items: readonly PaletteItem[];
  text: string;
  chosen: number;
  onPoint: (index: number) => void;
  onOpen: (item: PaletteItem) => void;
};

/** optionId is the id of the entry at `index` in the list `id`. */
export const optionId = (id: string, index: number) => `${id}-${index}`;

/** PaletteList is the list of what the palette found; one entry is chosen. */
export function PaletteList({ id, items, text, chosen, onPoint, onOpen }: PaletteListProps) {
  const t = useTranslations("nav.palette");
  return (
    <div id={id} role="listbox" aria-label={t("results")} className={classes.list} hidden={items.length === 0}>
      {items.map((item, index) => (
        <Option
          key={item.id}
          id={optionId(id, index)}
          item={item}
          text={text}
          chosen={index === chosen}
          onPoint={() => onPoint(index)}
          onOpen={() => onOpen(item)}
        />
      ))}
    </div>
  );
}
