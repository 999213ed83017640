"use client";

import { IconBan, IconFlag, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { Datum, MessageRecord } from "@/lib/api/messages.ts";
import { ICON } from "@/components/ui/icon.ts";
import type { JsonPath } from "./json-path.ts";
import { isBranch, jsonOf, kindOf } from "./json-value.ts";
import { Marked } from "./marked.tsx";
import classes from "./messages.module.css";
import { findNeedle, type Needle, previewFields, textPreview } from "./preview.ts";

/** Look is how rows are shown: the fields that the filter names, and the text that is looked for. */
export type Look = { first: readonly JsonPath[]; needle: Needle };

/** DatumPreview is a value on one line: the fields of a JSON object, else its text. */
export function DatumPreview({ datum, look }: { datum: Datum; look: Look }) {
  const value = jsonOf(datum);
  if (value === undefined || !isBranch(value) || Array.isArray(value))
    return <Marked text={textPreview(datum.data, look.needle)} needle={look.needle} />;
  return previewFields(value, look.first, look.needle).map((field) => (
    <Fragment key={field.id}>
      <span className={classes.field}>
        <span className={classes.fieldName}>
          <Marked text={field.name} needle={look.needle} />
        </span>{" "}
        <span data-json={kindOf(field.value)}>
          <Marked text={textPreview(field.text, look.needle, 120)} needle={look.needle} />
        </span>
      </span>{" "}
    </Fragment>
  ));
}

/** RecordMark says in a word with an icon what is special about a record: a transaction's marker, a record that was aborted. */
export function RecordMark({ record }: { record: MessageRecord }) {
  const t = useTranslations("messages.row");
  if (record.control)
    return (
      <span className={classes.mention}>
        <IconFlag {...ICON} size={14} /> {t(`control.${record.control}`)}
      </span>
    );
  if (!record.aborted) return null;
  return (
    <span className={classes.mention}>
      <IconBan {...ICON} size={14} /> {t("aborted")}
    </span>
  );
}

/** Tombstone is a null value: the key's records before it will be compacted away. */
export function Tombstone() {
  const t = useTranslations("messages.row");
  return (
    <span className={classes.mention} data-tip={t("tombstoneTip")}>
      <IconTrash {...ICON} size={14} /> {t("tombstone")}
    </span>
  );
}

// What was looked for may stand in a header alone; then the row says where.
function HeaderMatch({ record, look }: { record: MessageRecord; look: Look }) {
  const { needle } = look;
  if (needle.text === "") return null;
  const holds = (text: string | undefined) => text !== undefined && findNeedle(text, needle) >= 0;
  if (holds(record.value?.data) || holds(record.key?.data)) return null;
  const found = record.headers.find(({ name, value }) => holds(name) || holds(value?.data));
  if (!found) return null;
  return (
    <span className={classes.field}>
      <span className={classes.fieldName}>
        <Marked text={found.name} needle={needle} />
      </span>{" "}
      <Marked text={textPreview(found.value?.data ?? "", needle, 120)} needle={needle} />
    </span>
  );
}

/** ValuePreview is a record's value on one line. */
export function ValuePreview({ record, look }: { record: MessageRecord; look: Look }) {
  if (record.control) return <RecordMark record={record} />;
  return (
    <>
      <RecordMark record={record} />
      <HeaderMatch record={record} look={look} />
      {record.value === null ? <Tombstone /> : <DatumPreview datum={record.value} look={look} />}
    </>
  );
}

/** KeyText is a record's key, or that it has none. */
export function KeyText({ record, needle }: { record: MessageRecord; needle: Needle }) {
  const t = useTranslations("messages.row");
  if (record.control) return null;
  if (record.key === null) return <span className={classes.mention}>{t("noKey")}</span>;
  return <Marked text={textPreview(record.key.data, needle, 200)} needle={needle} />;
}
