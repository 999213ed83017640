"use client";

import { IconArrowRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { kindOf, leafText, type JsonValue } from "@/components/messages/json-value.ts";
import { noNeedle } from "@/components/messages/preview.ts";
import { DatumPreview } from "@/components/messages/value-preview.tsx";
import { ICON } from "@/components/ui/icon.ts";
import { Tag } from "@/components/ui/tag.tsx";
import { TextButton } from "@/components/ui/text-link.tsx";
import type { Datum, MessageRecord } from "@/lib/api/messages.ts";
import classes from "./change-cell.module.css";
import type { FieldChange, ValueChange } from "./value-diff.ts";

const shownFields = 3;

function Leaf({ value, gone }: { value: JsonValue; gone?: boolean }) {
  const text = leafText(value);
  return (
    <span
      className={classes.value}
      data-gone={gone || undefined}
      data-json={gone ? undefined : kindOf(value)}
      title={text.length > 40 ? text : undefined}
    >
      {text === "" ? '""' : text}
    </span>
  );
}

function Field({ change: { path, before, after } }: { change: FieldChange }) {
  const t = useTranslations("keys.change");
  return (
    <li className={classes.field}>
      <span className={classes.path}>{path}</span>
      {before === undefined ? <span className={classes.word}>{t("added")}</span> : <Leaf value={before} gone />}
      <IconArrowRight {...ICON} size={13} />
      {after === undefined ? <span className={classes.word}>{t("removed")}</span> : <Leaf value={after} />}
    </li>
  );
}

function Fields({ changes }: { changes: FieldChange[] }) {
  const t = useTranslations("keys.change");
  const [open, setOpen] = useState(false);
  const more = changes.length - shownFields;
  return (
    <ul className={classes.fields} data-open={open || undefined}>
      {(open ? changes : changes.slice(0, shownFields)).map((change) => (
        <Field key={change.path} change={change} />
      ))}
      {more > 0 ? (
        <li>
          <TextButton onClick={() => setOpen(!open)} expanded={open}>
            {open ? t("less") : t("more", { count: more })}
          </TextButton>
        </li>
      ) : null}
    </ul>
  );
}

function Preview({ value }: { value: Datum | null }) {
  if (!value) return null;
  return (
    <span className={classes.preview}>
      <DatumPreview datum={value} look={{ first: [], needle: noNeedle }} />
    </span>
  );
}

/** ChangeCell tells what a record changed: the fields that differ, or a word and the value's beginning. */
export function ChangeCell({ change, record }: { change: ValueChange; record: MessageRecord }) {
  const t = useTranslations("keys.change");
  if (change.kind === "fields") return <Fields changes={change.changes} />;
  const tone = change.kind === "deleted" ? "warn" : change.kind === "same" ? "info" : "plain";
  return (
    <span className={classes.change}>
      {change.kind === "other" ? null : <Tag tone={tone}>{t(`kinds.${change.kind}`)}</Tag>}
      {change.kind === "same" ? null : <Preview value={record.value} />}
    </span>
  );
}
