"use client";

import { Button, Modal } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { isRefusal } from "@/components/configs/field-errors.ts";
import dialog from "@/components/topic-changes/change-dialog.module.css";
import type { TopicName } from "@/components/topic/topic-name.ts";
import type { CopyInput, CopySelection } from "@/lib/api/copy.ts";
import { CopyRunView } from "./copy-run-view.tsx";
import { CopyTarget, type CopyTargetDraft } from "./copy-target.tsx";
import { type CopyRun, useCopy } from "./use-copy.ts";
import classes from "./produce.module.css";

const PAUSE_MS = 400;

function toInput(target: CopyTargetDraft, selection: CopySelection): CopyInput {
  const { clusterId, topic, keepPartition, keepTimestamp, partitioner } = target;
  return { to: { clusterId, topic }, selection, keepPartition, keepTimestamp, partitioner, compression: "lz4" };
}

function isTargetFault(run: CopyRun | null): boolean {
  return run?.phase === "failed" && run.at === null && isRefusal(run.error);
}

type FormProps = TopicName & { selection: CopySelection; onClose: () => void };

function Actions({
  run,
  ready,
  onCopy,
  onStop,
  onClose,
}: {
  run: CopyRun | null;
  ready: boolean;
  onCopy: () => void;
  onStop: () => void;
  onClose: () => void;
}) {
  const t = useTranslations();
  const copying = run?.phase === "copying";
  const over = run?.phase === "done" || run?.phase === "stopped";
  return (
    <div className={dialog.actions}>
      {over ? null : (
        <Button type="submit" variant="filled" disabled={!ready} loading={copying} onClick={onCopy}>
          {t("produce.copy.confirm", { count: ready ? (run?.at?.matched ?? 0) : 0 })}
        </Button>
      )}
      {copying ? <Button onClick={onStop}>{t("produce.copy.stop")}</Button> : null}
      {copying ? null : <Button onClick={onClose}>{t(over ? "common.close" : "common.cancel")}</Button>}
    </div>
  );
}

function Form({ clusterId, topic, selection, onClose }: FormProps) {
  const [target, setTarget] = useState<CopyTargetDraft>({
    clusterId,
    topic: "",
    keepPartition: false,
    keepTimestamp: false,
    partitioner: "murmur2",
  });
  const { run, count, copy, stop, clear } = useCopy({ clusterId, topic });
  const input = JSON.stringify(toInput(target, selection));
  const [settled] = useDebouncedValue(input, PAUSE_MS);
  useEffect(() => {
    const asked = JSON.parse(settled) as CopyInput;
    if (asked.to.topic !== "") count(asked);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- counted once for each input, not for each render
  }, [settled]);
  const change = (next: CopyTargetDraft) => {
    clear();
    setTarget(next);
  };
  const busy = run !== null && !["counting", "counted", "failed"].includes(run.phase);
  const fault = isTargetFault(run) && isRefusal(run?.error) ? run.error.detail : undefined;
  const ready = run?.phase === "counted" && settled === input && (run.at?.matched ?? 0) > 0;
  return (
    <form className={classes.form} onSubmit={(event) => event.preventDefault()}>
      <CopyTarget target={target} disabled={busy} error={fault} onChange={change} />
      {run && fault === undefined ? <CopyRunView run={run} target={target} /> : null}
      <Actions
        run={run}
        ready={ready || run?.phase === "copying"}
        onCopy={() => ready && copy(toInput(target, selection))}
        onStop={stop}
        onClose={onClose}
      />
    </form>
  );
}

type CopyToTopicDialogProps = TopicName & {
  /** Which records: single ones, or all that a scan finds. */
  selection: CopySelection;
  opened: boolean;
  onClose: () => void;
};

/** CopyToTopicDialog copies records of a topic to another: says first how many there are. */
export function CopyToTopicDialog({ opened, onClose, ...rest }: CopyToTopicDialogProps) {
  const t = useTranslations();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={560}
      closeButtonProps={{ "aria-label": t("common.close") }}
      title={
        <>
          {t("produce.copy.title", { topic: rest.topic })}
          <span className={dialog.subtitle}>{t("produce.copy.subtitle")}</span>
        </>
      }
    >
      <Form {...rest} onClose={onClose} />
    </Modal>
  );
}
