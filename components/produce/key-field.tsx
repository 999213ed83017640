"use client";

import { Checkbox, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Field, type FieldHint, hintIdOf } from "@/components/create-topic/field.tsx";
import { bytesOf } from "@/lib/domain/datum-bytes.ts";
import { parseTemplate } from "@/lib/domain/message-template.ts";
import { partitionOf } from "@/lib/domain/partitioners.ts";
import { type DatumDraft, type Draft, toDatum } from "./draft.ts";
import { EncodingSelect } from "./encoding-select.tsx";
import type { FieldProps } from "./field-props.ts";
import classes from "./produce.module.css";

// A field left empty is no key; an empty key is one that says so.
function typed(key: DatumDraft, data: string): DatumDraft {
  return { ...key, data, none: data === "" };
}

function hasPlaceholder({ key, template }: Draft): boolean {
  if (!template || key.none) return false;
  const parsed = parseTemplate(key.data);
  return "template" in parsed && parsed.template.some((part) => typeof part !== "string");
}

function usePlaceHint(draft: Draft, partitions: number): FieldHint {
  const t = useTranslations("produce.key");
  if (draft.partition !== null) return { text: t("chosen", { partition: draft.partition }) };
  if (hasPlaceholder(draft)) return { text: t("each") };
  const bytes = bytesOf(toDatum(draft.key));
  if ("error" in bytes) return { text: "" };
  const partition = partitionOf(draft.partitioner, bytes.bytes, partitions);
  if (partition === null) return { text: t("spread", { partitions }) };
  return { tone: "ok", text: t("goes", { partition, partitions, partitioner: draft.partitioner }) };
}

/** KeyField is a record's key, with the partition that it goes to. */
export function KeyField({ draft, change, errors, details }: FieldProps) {
  const t = useTranslations("produce.key");
  const id = useId();
  const { key } = draft;
  const error = errors.get("records.0.key");
  const aside = (
    <span className={classes.aside}>
      <Checkbox
        label={t("none")}
        checked={key.none}
        onChange={(event) => change({ key: { ...key, none: event.currentTarget.checked } })}
      />
      <EncodingSelect
        label={t("encoding")}
        value={key.encoding}
        onChange={(encoding) => change({ key: { ...key, encoding } })}
      />
    </span>
  );
  return (
    <Field id={id} label={t("label")} aside={aside} hint={usePlaceHint(draft, details.partitions)} error={error}>
      <TextInput
        id={id}
        className="hw-mono-input"
        autoComplete="off"
        spellCheck={false}
        value={key.none ? "" : key.data}
        placeholder={key.none ? "null" : ""}
        error={error !== undefined}
        attributes={{ input: { "aria-describedby": hintIdOf(id) } }}
        onChange={(event) => change({ key: typed(key, event.currentTarget.value) })}
      />
    </Field>
  );
}
