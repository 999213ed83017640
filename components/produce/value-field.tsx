"use client";

import { Button, Checkbox, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Field, type FieldHint, hintIdOf } from "@/components/create-topic/field.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { bytesOf } from "@/lib/domain/datum-bytes.ts";
import { type DatumDraft, toDatum } from "./draft.ts";
import { EncodingSelect } from "./encoding-select.tsx";
import type { FieldProps } from "./field-props.ts";
import { findJsonFault, formatJson } from "./json-text.ts";
import classes from "./produce.module.css";

const LARGEST_CHECKED = 1_000_000;

function useValueHint(value: DatumDraft, template: boolean, compacted: boolean): FieldHint {
  const t = useTranslations("produce.value");
  const format = useFormat();
  if (value.none) return { tone: compacted ? "info" : "unknown", text: t(compacted ? "deletes" : "nothing") };
  if (template) return { text: t("template") };
  const bytes = bytesOf(toDatum(value));
  if ("error" in bytes || bytes.bytes === null) return { text: "" };
  const size = format.bytes(bytes.bytes.length);
  return value.encoding === "json" ? { tone: "ok", text: t("json", { size }) } : { text: t("size", { size }) };
}

function FormatButton({ value, onChange }: { value: DatumDraft; onChange: (value: DatumDraft) => void }) {
  const t = useTranslations("produce.value");
  if (value.none || value.encoding !== "json" || value.data.length > LARGEST_CHECKED) return null;
  return (
    <Button
      size="xs"
      variant="subtle"
      disabled={value.data === "" || findJsonFault(value.data) !== null}
      onClick={() => onChange({ ...value, data: formatJson(value.data) })}
    >
      {t("format")}
    </Button>
  );
}

/** ValueField is a record's value, checked as it is typed; a tombstone has none. */
export function ValueField({ draft, change, errors, details }: FieldProps) {
  const t = useTranslations("produce.value");
  const id = useId();
  const { value } = draft;
  const error = errors.get("records.0.value");
  const set = (next: DatumDraft) => change({ value: next });
  const aside = (
    <span className={classes.aside}>
      <FormatButton value={value} onChange={set} />
      <Checkbox
        label={t("tombstone")}
        checked={value.none}
        onChange={(event) => set({ ...value, none: event.currentTarget.checked })}
      />
      <EncodingSelect
        label={t("encoding")}
        value={value.encoding}
        disabled={value.none}
        onChange={(encoding) => set({ ...value, encoding })}
      />
    </span>
  );
  const hint = useValueHint(value, draft.template, details.cleanupPolicy.includes("compact"));
  return (
    <Field id={id} label={t("label")} aside={aside} hint={hint} error={error}>
      <Textarea
        id={id}
        className={classes.value}
        autosize
        minRows={8}
        maxRows={28}
        spellCheck={false}
        disabled={value.none}
        value={value.none ? "" : value.data}
        placeholder={value.none ? "null" : ""}
        error={error !== undefined}
        attributes={{ input: { "aria-describedby": hintIdOf(id) } }}
        onChange={(event) => set({ ...value, data: event.currentTarget.value })}
      />
    </Field>
  );
}
