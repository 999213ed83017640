"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { CommandText } from "@/components/configs/command-text.tsx";
import { CheckLine } from "@/components/ui/check-line.tsx";
import { Note } from "@/components/ui/note.tsx";
import { QueryState } from "@/components/ui/query-state.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { DeleteTopicResult } from "@/lib/api/topics.ts";
import { checkDeleteTopicQuery, useDeleteTopic } from "@/lib/queries/topic-changes.ts";
import type { TopicDialogProps } from "./add-partitions-dialog.tsx";
import { ChangeDialog, ChangeForm } from "./change-dialog.tsx";
import { UnreadLines } from "./unread-lines.tsx";
import { useChange } from "./use-change.ts";

type DeleteTopicDialogProps = TopicDialogProps & { onDeleted: () => void };

function Loss({ result }: { result: DeleteTopicResult }) {
  const t = useTranslations("changes.deleteTopic");
  const format = useFormat();
  const { partitions, records, sizeWithReplicasBytes: bytes } = result;
  const title =
    records === null
      ? t("lossTitleUnknown", { partitions })
      : t("lossTitle", { partitions, records: format.count(records) });
  const size = bytes === null ? t("sizeUnknown") : t("size", { bytes: format.bytes(bytes) });
  return (
    <Note tone="crit" title={title}>
      <p>{[records === null ? t("recordsUnknown") : null, size].filter(Boolean).join(" ")}</p>
    </Note>
  );
}

function Form({
  clusterId,
  topic,
  onClose,
  onDeleted,
  result,
}: Omit<DeleteTopicDialogProps, "opened"> & { result: DeleteTopicResult }) {
  const t = useTranslations("changes");
  const words = useTranslations("changes.deleteTopic");
  const format = useFormat();
  const mutation = useDeleteTopic(clusterId, topic);
  const change = useChange(mutation, {
    done: ({ partitions, durationMs }) => ({
      title: words("done", { topic }),
      message: words("doneMessage", { partitions, duration: format.duration(durationMs) }),
    }),
    failed: words("failed", { topic }),
  });
  return (
    <ChangeForm
      ready
      danger
      confirmName={topic}
      confirmLabel={words("confirm")}
      loading={mutation.isPending}
      error={mutation.error}
      hint={words("gone")}
      onConfirm={() =>
        change(undefined, () => {
          onClose();
          onDeleted();
        })
      }
      onClose={onClose}
    >
      <Loss result={result} />
      <div>
        <UnreadLines unread={result.unread} nobody={words("nobody")} />
        <CheckLine tone="info">{words("recreate")}</CheckLine>
      </div>
      <CommandText command={result.command} label={t("command")} width={60} />
    </ChangeForm>
  );
}

function Loaded(props: Omit<DeleteTopicDialogProps, "opened">) {
  const query = useQuery(checkDeleteTopicQuery(props.clusterId, props.topic));
  return <QueryState query={query}>{(result) => <Form {...props} result={result} />}</QueryState>;
}

/** DeleteTopicDialog deletes a topic for good: says first what goes with it and who has not read it, and asks for its name. */
export function DeleteTopicDialog({ opened, ...rest }: DeleteTopicDialogProps) {
  const t = useTranslations("changes");
  return (
    <ChangeDialog
      opened={opened}
      onClose={rest.onClose}
      title={t("deleteTopic.title", { topic: rest.topic })}
      subtitle={t("nothingDeleted")}
    >
      <Loaded {...rest} />
    </ChangeDialog>
  );
}
