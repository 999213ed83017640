"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CommandText } from "@/components/configs/command-text.tsx";
import { type DryRun, useDryRun } from "@/components/configs/use-dry-run.ts";
import { CheckLine } from "@/components/ui/check-line.tsx";
import { Note } from "@/components/ui/note.tsx";
import { notifyFailed } from "@/components/ui/notices.tsx";
import { QueryState } from "@/components/ui/query-state.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import { useNow } from "@/components/ui/use-now.ts";
import { ApiError } from "@/lib/api/client.ts";
import type { DeleteRecords, DeleteRecordsResult, Topic } from "@/lib/api/topics.ts";
import { checkDeleteRecordsQuery, useDeleteRecords } from "@/lib/queries/topic-changes.ts";
import { topicQuery } from "@/lib/queries/topics.ts";
import type { TopicDialogProps } from "./add-partitions-dialog.tsx";
import { ChangeDialog, ChangeForm } from "./change-dialog.tsx";
import { DeleteRecordsChoice } from "./delete-records-choice.tsx";
import { type Choice, toDeleteRecords, wrongOffsets } from "./delete-records-input.ts";
import { DryRunLine } from "./dry-run-line.tsx";
import { PreviewTable } from "./preview-table.tsx";
import { UnreadLines } from "./unread-lines.tsx";
import { useChange } from "./use-change.ts";
import classes from "./delete-records.module.css";

const SECOND_MS = 1_000;

function LossNote({ result, all }: { result: DeleteRecordsResult; all: string | null }) {
  const t = useTranslations("changes.deleteRecords");
  const format = useFormat();
  const { records, sizeBytes } = result;
  if (records === "0") return <Note tone="info">{t("lossNothing")}</Note>;
  const share = format.share(all === null || all === "0" ? 1 : Math.min(1, Number(records) / Number(all)));
  const text = sizeBytes === null ? t("lossOnly", { share }) : t("lossSize", { bytes: format.bytes(sizeBytes), share });
  return (
    <Note tone="crit" title={t("loss", { records: format.count(records) })}>
      <p>{text}</p>
    </Note>
  );
}

function Preview({ run, mode, all }: { run: DryRun<DeleteRecordsResult>; mode: Choice["mode"]; all: string | null }) {
  const t = useTranslations("changes");
  const shown = run.result ?? run.stale;
  if (!shown) return null;
  const lost = shown.records !== "0";
  return (
    <div className={classes.preview} data-stale={run.result === null || undefined}>
      <LossNote result={shown} all={all} />
      {mode === "offset" ? null : <PreviewTable rows={shown.partitions} />}
      {lost ? (
        <div>
          <UnreadLines unread={shown.unread} nobody={t("nobodyUnread")} />
        </div>
      ) : null}
    </div>
  );
}

/** refusedOffsets gives by partition why its offset was refused: the API names them by their place in the request. */
function refusedOffsets(error: unknown, input: DeleteRecords | null): Map<number, string> {
  if (!(error instanceof ApiError) || !input?.offsets) return new Map();
  return new Map(
    error.fields.flatMap(({ path, message }): [number, string][] => {
      const partition = input.offsets?.[Number(/^offsets\.(\d+)/.exec(path)?.[1])]?.partition;
      return partition === undefined ? [] : [[partition, message]];
    }),
  );
}

function useNotices(topic: string) {
  const t = useTranslations("changes.deleteRecords");
  const { titleOf } = useProblem();
  const format = useFormat();
  return {
    failed: t("failed", { topic }),
    done: ({ records, partitions, durationMs }: DeleteRecordsResult) => {
      const left = partitions.filter(({ error }) => error !== null);
      const reasons = [
        ...new Set(left.map(({ error }) => (error === "NO_LEADER" ? t("noLeader") : titleOf(error!)))),
      ].join(", ");
      if (left.length > 0) notifyFailed({ title: t("partlyFailed", { topic, count: left.length }), message: reasons });
      if (left.length === partitions.length) return null;
      const message = t("doneMessage", {
        partitions: partitions.length - left.length,
        duration: format.duration(durationMs),
      });
      return { title: t("done", { topic, records: format.count(records) }), message };
    },
  };
}

function useChoice(partitions: number) {
  const now = useNow();
  const [choice, setChoice] = useState<Choice>({ mode: "all", offsets: {}, time: "" });
  // A second of grace: the clock ticks once a second.
  const input = toDeleteRecords(choice, partitions, now + SECOND_MS);
  const missing = typeof input === "string" ? input : null;
  return { choice, setChoice, missing, input: typeof input === "string" ? null : input };
}

function Form({ clusterId, topic, onClose, details }: Omit<TopicDialogProps, "opened"> & { details: Topic }) {
  const t = useTranslations("changes");
  const words = useTranslations("changes.deleteRecords");
  const { choice, setChoice, missing, input } = useChoice(details.partitions);
  const run = useDryRun(input, (asked) => checkDeleteRecordsQuery(clusterId, topic, asked));
  const mutation = useDeleteRecords(clusterId, topic);
  const change = useChange(mutation, useNotices(topic));
  const shown = run.result ?? run.stale;
  const wrong = new Map(wrongOffsets(choice).map((partition) => [partition, t("wholeNumber")]));
  const errors = new Map([...refusedOffsets(run.error, input), ...wrong]);
  return (
    <ChangeForm
      danger
      ready={run.result !== null && run.result.records !== "0"}
      confirmName={topic}
      confirmLabel={words("confirm")}
      loading={mutation.isPending}
      error={mutation.error}
      hint={t("gone")}
      onConfirm={() => input && change(input, onClose)}
      onClose={onClose}
    >
      <DeleteRecordsChoice
        clusterId={clusterId}
        topic={topic}
        choice={choice}
        setChoice={setChoice}
        missing={missing}
        errors={errors}
        preview={run.result}
      />
      {input ? <Preview run={run} mode={choice.mode} all={details.messages} /> : null}
      {missing === "chooseFirst" ? <CheckLine tone="unknown">{words("chooseFirst")}</CheckLine> : null}
      {input && errors.size === 0 ? <DryRunLine run={run} /> : null}
      {shown && input && shown.records !== "0" ? (
        <CommandText command={shown.command} label={t("command")} width={76} />
      ) : null}
    </ChangeForm>
  );
}

function Loaded(props: Omit<TopicDialogProps, "opened">) {
  const query = useQuery(topicQuery(props.clusterId, props.topic));
  return <QueryState query={query}>{({ topic }) => <Form {...props} details={topic} />}</QueryState>;
}

/** DeleteRecordsDialog deletes records up to an offset or a time: says first which, how many, and who has not read them, and asks for the topic's name. */
export function DeleteRecordsDialog({ opened, ...rest }: TopicDialogProps) {
  const t = useTranslations("changes");
  return (
    <ChangeDialog
      opened={opened}
      onClose={rest.onClose}
      title={t("deleteRecords.title", { topic: rest.topic })}
      subtitle={t("nothingDeleted")}
      size={680}
    >
      <Loaded {...rest} />
    </ChangeDialog>
  );
}
