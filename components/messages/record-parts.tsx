"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Datum, MessageRecord } from "@/lib/api/messages.ts";
import { CopyButton, CopyName } from "@/components/ui/copy-button.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { RowList } from "@/components/ui/row-list.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { NoValue } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { recordQuery } from "@/lib/queries/messages.ts";
import { hexDump } from "./hex-dump.ts";
import { JsonTree } from "./json-tree.tsx";
import { jsonOf } from "./json-value.ts";
import { useMessages } from "./messages-context.tsx";
import classes from "./record-panel.module.css";
import { Tombstone } from "./value-preview.tsx";

const DUMP_BYTES = 16 * 1024;

/** DatumNote says that a key or a value is cut, or that it is not what it was to be read as. */
function DatumNote({ datum, onWhole, loading }: { datum: Datum; onWhole: () => void; loading: boolean }) {
  const t = useTranslations("messages.record");
  const format = useFormat();
  if (!datum.cut && !datum.mismatch) return null;
  return (
    <p className={classes.note}>
      {datum.mismatch ? t("mismatch") : t("cut", { size: format.bytes(datum.size) })}
      {datum.cut ? (
        <Button size="xs" onClick={onWhole} loading={loading}>
          {t("loadWhole")}
        </Button>
      ) : null}
    </p>
  );
}

/** ValuePart is a record's value: a tree when it is JSON, else its text. */
export function ValuePart({
  record,
  onWhole,
  loading,
}: {
  record: MessageRecord;
  onWhole: () => void;
  loading: boolean;
}) {
  const t = useTranslations("messages.record");
  const { value } = record;
  if (record.control) return <p className={classes.text}>{t(`control.${record.control}`)}</p>;
  if (value === null)
    return (
      <p className={classes.text}>
        <Tombstone /> {t("tombstone")}
      </p>
    );
  const json = jsonOf(value);
  return (
    <>
      <DatumNote datum={value} onWhole={onWhole} loading={loading} />
      {json === undefined ? <pre className={classes.pre}>{value.data}</pre> : <JsonTree value={json} />}
    </>
  );
}

/** HeadersPart are a record's headers in their order; a name may stand there more than once. */
export function HeadersPart({ record }: { record: MessageRecord }) {
  const t = useTranslations("messages.record");
  if (record.headers.length === 0) return <p className={classes.text}>{t("noHeaders")}</p>;
  const rows = record.headers.map(({ name, value }, index) => ({
    id: String(index),
    label: <code>{name}</code>,
    value:
      value === null ? (
        <NoValue />
      ) : (
        <CopyName name={value.data}>
          <code>{value.data}</code>
        </CopyName>
      ),
  }));
  return <RowList rows={rows} />;
}

function Dump({ label, datum }: { label: string; datum: Datum | null }) {
  const t = useTranslations("messages.record");
  const format = useFormat();
  return (
    <div>
      <h3 className={classes.heading}>
        {label} {datum ? <span>{format.bytes(datum.size)}</span> : null}
      </h3>
      {datum === null ? <p className={classes.text}>{t("null")}</p> : null}
      {datum?.cut ? <p className={classes.note}>{t("dumpCut", { size: format.bytes(DUMP_BYTES) })}</p> : null}
      {datum ? (
        <pre className={classes.dump}>
          {hexDump(datum.data).map(({ at, hex, text }) => (
            <span key={at}>
              <i>{at}</i> {hex.padEnd(48)} {text}
              {"\n"}
            </span>
          ))}
        </pre>
      ) : null}
    </div>
  );
}

/** RawPart is a record's value as text, and its key and value byte by byte, read from the log again as bytes. */
export function RawPart({ record }: { record: MessageRecord }) {
  const t = useTranslations("messages.record");
  const { name } = useMessages();
  const { partition, offset } = record;
  const ask = { partition, offset, keyAs: "hex", valueAs: "hex", maxBytes: DUMP_BYTES } as const;
  const bytes = useQuery(recordQuery(name.clusterId, name.topic, ask));
  return (
    <div className={classes.parts}>
      {record.value ? (
        <div>
          <h3 className={classes.heading}>{t("asText")}</h3>
          <pre className={classes.pre}>{record.value.data}</pre>
        </div>
      ) : null}
      {bytes.error ? <ErrorNote error={bytes.error} onRetry={bytes.refetch} /> : null}
      {bytes.data === null ? <p className={classes.text}>{t("goneNow")}</p> : null}
      {bytes.data ? <Dump label={t("key")} datum={bytes.data.key} /> : null}
      {bytes.data ? <Dump label={t("value")} datum={bytes.data.value} /> : null}
    </div>
  );
}

/** BatchPart is what the record's batch says of it: how it is stored and who produced it. */
export function BatchPart({ record }: { record: MessageRecord }) {
  const t = useTranslations("messages.batch");
  const format = useFormat();
  const { batch } = record;
  const idempotent = batch.producerId !== "-1";
  const exact = (value: string | number) => format.exact(BigInt(value));
  const rows = [
    ["size", format.bytes(record.size)],
    ["keySize", record.key ? format.bytes(record.key.size) : <NoValue key="none" />],
    ["valueSize", record.value ? format.bytes(record.value.size) : <NoValue key="none" />],
    ["batchSize", format.bytes(batch.sizeBytes)],
    ["records", exact(batch.records)],
    ["baseOffset", exact(batch.baseOffset)],
    ["codec", batch.codec],
    ["leaderEpoch", batch.leaderEpoch],
    ["timestampType", <code key="type">{record.timestampType}</code>],
    ["producerId", idempotent ? <CopyName key="id" name={batch.producerId} /> : t("noProducer")],
    ...(idempotent
      ? ([
          ["producerEpoch", batch.producerEpoch],
          ["sequence", record.sequence ?? "—"],
        ] as const)
      : []),
    ["transactional", t(batch.transactional ? "yes" : "no")],
    ...(record.aborted ? ([["state", t("aborted")]] as const) : []),
  ] as const;
  return <RowList rows={rows.map(([id, value]) => ({ id, label: t(id), value }))} />;
}

/** DatumTag says how a value was made readable, and copies it. */
export function DatumTag({ datum, text }: { datum: Datum; text: string }) {
  const t = useTranslations("messages.chips.decodings");
  const row = useTranslations("messages.menu");
  return (
    <span className={classes.datum}>
      <Tag>{t(datum.encoding)}</Tag>
      <CopyButton value={text} label={row("copyValue")} />
    </span>
  );
}
