"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CommandText } from "@/components/configs/command-text.tsx";
import { useDryRun } from "@/components/configs/use-dry-run.ts";
import { StepperField } from "@/components/create-topic/stepper-field.tsx";
import { BeforeAfter } from "@/components/ui/before-after.tsx";
import { CheckLine } from "@/components/ui/check-line.tsx";
import { Note } from "@/components/ui/note.tsx";
import { QueryState } from "@/components/ui/query-state.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { AddPartitionsResult } from "@/lib/api/topics.ts";
import { checkAddPartitionsQuery, useAddPartitions } from "@/lib/queries/topic-changes.ts";
import { topicQuery } from "@/lib/queries/topics.ts";
import { ChangeDialog, ChangeForm } from "./change-dialog.tsx";
import { DryRunLine } from "./dry-run-line.tsx";
import { describeShare } from "./key-share.ts";
import { useChange } from "./use-change.ts";

/** TopicDialogProps are those of every dialog that changes a topic. */
export type TopicDialogProps = { clusterId: string; topic: string; opened: boolean; onClose: () => void };

const MOST = 10_000;

function Effects({ result, compacted }: { result: AddPartitionsResult; compacted: boolean }) {
  const t = useTranslations("changes.addPartitions");
  const format = useFormat();
  const { before, after, remappedKeyShare } = result;
  const share = describeShare(remappedKeyShare) ?? format.share(remappedKeyShare);
  return (
    <>
      <Note tone="warn" title={t("remapTitle", { share })}>
        <p>{t("remap")}</p>
        {compacted ? <p>{t("compacted")}</p> : null}
      </Note>
      <BeforeAfter
        label={t("changes")}
        rows={[{ name: t("partitions"), before: format.exact(before), after: format.exact(after) }]}
      />
      <CheckLine tone="info">{t("groups")}</CheckLine>
    </>
  );
}

function useCount(before: number) {
  const t = useTranslations("changes");
  const [text, setText] = useState(String(Math.min(before * 2, MOST)));
  const count = /^\d{1,9}$/.test(text) ? Number(text) : null;
  const wrong =
    count === null
      ? t("wholeNumber")
      : count <= before
        ? t("addPartitions.tooFew", { before })
        : count > MOST
          ? t("addPartitions.tooMany")
          : undefined;
  return { text, setText, count: wrong === undefined ? count : null, wrong };
}

type FormProps = Omit<TopicDialogProps, "opened"> & { before: number; compacted: boolean };

function Form({ clusterId, topic, onClose, before, compacted }: FormProps) {
  const t = useTranslations("changes");
  const words = useTranslations("changes.addPartitions");
  const format = useFormat();
  const { text, setText, count, wrong } = useCount(before);
  const run = useDryRun(count === null ? null : { count }, (input) => checkAddPartitionsQuery(clusterId, topic, input));
  const mutation = useAddPartitions(clusterId, topic);
  const change = useChange(mutation, {
    done: (result) => ({
      title: words("done", { topic, after: format.exact(result.after) }),
      message: words("doneMessage", {
        added: format.exact(result.after - result.before),
        duration: format.duration(result.durationMs),
      }),
    }),
    failed: words("failed", { topic }),
  });
  const shown = run.result ?? run.stale;
  return (
    <ChangeForm
      ready={run.result !== null}
      loading={mutation.isPending}
      error={mutation.error}
      confirmLabel={count === null ? words("confirmNone") : words("confirm", { count: count - before })}
      onConfirm={() => count !== null && change({ count }, onClose)}
      onClose={onClose}
    >
      <StepperField
        label={words("count")}
        value={text}
        min={before + 1}
        max={MOST}
        onChange={setText}
        error={wrong}
        hint={words("hint", { before })}
      />
      {shown && count !== null ? <Effects result={shown} compacted={compacted} /> : null}
      <DryRunLine run={run} />
      {shown && count !== null ? <CommandText command={shown.command} label={t("command")} width={60} /> : null}
    </ChangeForm>
  );
}

function Loaded(props: Omit<TopicDialogProps, "opened">) {
  const query = useQuery(topicQuery(props.clusterId, props.topic));
  // The number it begins with stays while the form is open; the dry run tells the present one.
  return (
    <QueryState query={query}>
      {({ topic }) => <Form {...props} before={topic.partitions} compacted={topic.cleanupPolicy.includes("compact")} />}
    </QueryState>
  );
}

/** AddPartitionsDialog raises a topic's number of partitions: says first which share of the keys that remaps. */
export function AddPartitionsDialog({ opened, ...rest }: TopicDialogProps) {
  const t = useTranslations("changes");
  return (
    <ChangeDialog
      opened={opened}
      onClose={rest.onClose}
      title={t("addPartitions.title", { topic: rest.topic })}
      subtitle={t("nothingYet")}
    >
      <Loaded {...rest} />
    </ChangeDialog>
  );
}
