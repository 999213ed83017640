"use client";

import { ActionIcon, Button, Checkbox, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ICON } from "@/components/ui/icon.ts";
import type { HeaderDraft } from "./draft.ts";
import { EncodingSelect } from "./encoding-select.tsx";
import type { FieldProps } from "./field-props.ts";
import classes from "./produce.module.css";

type RowProps = {
  header: HeaderDraft;
  place: number;
  error: string | undefined;
  onChange: (header: HeaderDraft) => void;
  onRemove: () => void;
};

function HeaderRow({ header, place, error, onChange, onRemove }: RowProps) {
  const t = useTranslations("produce.headers");
  const { name, value } = header;
  const set = (part: Partial<HeaderDraft["value"]>) => onChange({ ...header, value: { ...value, ...part } });
  return (
    <li className={classes.header}>
      <TextInput
        className="hw-mono-input"
        aria-label={t("name", { place })}
        placeholder={t("namePlaceholder")}
        value={name}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange({ ...header, name: event.currentTarget.value })}
      />
      <TextInput
        className="hw-mono-input"
        aria-label={t("value", { place })}
        placeholder={value.none ? "null" : t("valuePlaceholder")}
        value={value.none ? "" : value.data}
        disabled={value.none}
        autoComplete="off"
        spellCheck={false}
        error={error}
        onChange={(event) => set({ data: event.currentTarget.value })}
      />
      <span className={classes.aside}>
        <Checkbox
          label="null"
          aria-label={t("none", { place })}
          checked={value.none}
          onChange={(event) => set({ none: event.currentTarget.checked })}
        />
        <EncodingSelect
          label={t("encoding", { place })}
          value={value.encoding}
          disabled={value.none}
          onChange={(encoding) => set({ encoding })}
        />
        <ActionIcon aria-label={t("remove", { place })} onClick={onRemove}>
          <IconX {...ICON} />
        </ActionIcon>
      </span>
    </li>
  );
}

/** HeaderFields are a record's headers, in their order; a name may come more than once. */
export function HeaderFields({ draft, change, errors }: FieldProps) {
  const t = useTranslations("produce.headers");
  const { headers } = draft;
  const add = () => {
    const id = Math.max(0, ...headers.map((header) => header.id)) + 1;
    change({ headers: [...headers, { id, name: "", value: { encoding: "text", data: "", none: false } }] });
  };
  const at = (index: number, header: HeaderDraft) => change({ headers: headers.with(index, header) });
  return (
    <div role="group" aria-label={t("label")}>
      <span className={classes.label}>{t("label")}</span>
      {headers.length === 0 ? null : (
        <ul className={classes.headers}>
          {headers.map((header, index) => (
            <HeaderRow
              key={header.id}
              header={header}
              place={index + 1}
              error={errors.get(`records.0.headers.${index}.value`)}
              onChange={(next) => at(index, next)}
              onRemove={() => change({ headers: headers.toSpliced(index, 1) })}
            />
          ))}
        </ul>
      )}
      <Button size="xs" leftSection={<IconPlus {...ICON} />} onClick={add}>
        {t("add")}
      </Button>
    </div>
  );
}
