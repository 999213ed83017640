"use client";

import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { CompareFinding, ComparedPlace } from "@/lib/api/compare.ts";
import type { MessageRecord } from "@/lib/api/messages.ts";
import { oneRecordQuery } from "@/lib/queries/one-record.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { ClockTime } from "@/components/ui/time-ago.tsx";
import classes from "./compare.module.css";
import { KeyText } from "./key-text.tsx";
import { RecordLink } from "./record-link.tsx";
import { compareData, textOf } from "./value-rows.ts";

type Sides = readonly [TopicName, TopicName];
type Names = readonly [string, string];
type Records = readonly [MessageRecord | null, MessageRecord | null];

// Without a place there is nothing to read on that side.
function useRecord({ clusterId, topic }: TopicName, place: ComparedPlace | null) {
  const query = oneRecordQuery(clusterId, topic, place ?? { partition: 0, offset: "0" });
  return useQuery({ ...query, enabled: place !== null });
}

function Heads({ topics }: { topics: Names }) {
  const t = useTranslations("compare.diff");
  return (
    <thead>
      <tr>
        <th scope="col">{t("field")}</th>
        <th scope="col">{t("in", { topic: topics[0] })}</th>
        <th scope="col">{t("out", { topic: topics[1] })}</th>
      </tr>
    </thead>
  );
}

function Places({
  sides,
  topics,
  finding,
  records,
}: {
  sides: Sides;
  topics: Names;
  finding: CompareFinding;
  records: Records;
}) {
  const t = useTranslations("compare.diff");
  const places = [finding.left, finding.right] as const;
  return (
    <>
      <tr>
        <th scope="row">{t("record")}</th>
        {places.map((place, side) => (
          <td key={topics[side]}>
            {place ? (
              <RecordLink name={sides[side]!} place={place} />
            ) : (
              <span className={classes.word}>{t("none")}</span>
            )}
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">{t("time")}</th>
        {records.map((record, side) => (
          <td key={topics[side]}>{record ? <ClockTime at={record.timestamp} /> : null}</td>
        ))}
      </tr>
      {finding.kind === "repeated" ? (
        <tr>
          <th scope="row">{t("count")}</th>
          {places.map((place, side) => (
            <td key={topics[side]}>{place?.count ?? 0}</td>
          ))}
        </tr>
      ) : null}
    </>
  );
}

function Value({ text }: { text: string | null }) {
  const t = useTranslations("compare.diff");
  if (text === null) return <span className={classes.word}>{t("null")}</span>;
  return <pre className={`hw-mono ${classes.whole}`}>{text}</pre>;
}

function Values({ records: [left, right] }: { records: Records }) {
  const t = useTranslations("compare.diff");
  const difference = compareData(left?.value ?? null, right?.value ?? null);
  if (difference.kind === "fields")
    return difference.rows.map((row) => (
      <tr key={row.path}>
        <th scope="row" className="hw-mono">
          {row.path === "" ? t("value") : row.path}
        </th>
        <td className="hw-mono">{row.left ?? <span className={classes.word}>{t("notThere")}</span>}</td>
        <td className="hw-mono">{row.right ?? <span className={classes.word}>{t("notThere")}</span>}</td>
      </tr>
    ));
  if (difference.kind === "same")
    return (
      <tr>
        <th scope="row">{t("value")}</th>
        <td colSpan={2}>
          <span className={classes.word}>{t("same")}</span>
          <Value text={textOf(left?.value ?? null)} />
        </td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">{t("value")}</th>
      <td>{left ? <Value text={difference.left} /> : null}</td>
      <td>{right ? <Value text={difference.right} /> : null}</td>
    </tr>
  );
}

function Content({ sides, topics, finding }: { sides: Sides; topics: Names; finding: CompareFinding }) {
  const t = useTranslations("compare.diff");
  const left = useRecord(sides[0], finding.left);
  const right = useRecord(sides[1], finding.right);
  const error = left.error ?? right.error;
  if (error) return <ErrorNote error={error} onRetry={() => void Promise.all([left.refetch(), right.refetch()])} />;
  const records = [left.data ?? null, right.data ?? null] as const;
  return (
    <>
      <p className={classes.facts}>{t(`about.${finding.kind}`)}</p>
      <div className={classes.diff} aria-busy={left.isFetching || right.isFetching || undefined}>
        <table aria-label={t("title")}>
          <Heads topics={topics} />
          <tbody>
            <Places sides={sides} topics={topics} finding={finding} records={records} />
            {left.isFetching || right.isFetching ? null : <Values records={records} />}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** ValueDiff shows the records of a finding beside each other: where they lie, and where their values differ. */
export function ValueDiff({
  sides,
  topics,
  finding,
  onClose,
}: {
  sides: Sides;
  topics: Names;
  finding: CompareFinding | null;
  onClose: () => void;
}) {
  const t = useTranslations("compare");
  return (
    <Modal
      opened={finding !== null}
      onClose={onClose}
      size={860}
      title={finding ? <KeyText datum={finding.key} /> : null}
      closeButtonProps={{ "aria-label": t("diff.close") }}
    >
      {finding ? <Content sides={sides} topics={topics} finding={finding} /> : null}
    </Modal>
  );
}
