"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { isRefusal } from "@/components/configs/field-errors.ts";
import type { DryRun } from "@/components/configs/use-dry-run.ts";
import { useModKey } from "@/components/layout/use-mod-key.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { ActionBar } from "@/components/ui/action-bar.tsx";
import { Kbd } from "@/components/ui/kbd.tsx";
import { LinkButton } from "@/components/ui/link-button.tsx";
import { StatusBadge } from "@/components/ui/status-badge.tsx";
import type { Tone } from "@/components/ui/status-list.ts";
import type { ProduceResult } from "@/lib/api/produce.ts";
import { paths } from "@/lib/paths.ts";
import type { Fault } from "./draft.ts";
import bar from "@/components/create-topic/create-bar.module.css";

function useStanding(run: DryRun<ProduceResult>, faults: ReadonlyMap<string, Fault>): { tone: Tone; text: string } {
  const t = useTranslations("produce.bar");
  const wrong = [...faults.values()].filter(({ code }) => code !== "empty").length;
  if (wrong > 0) return { tone: "crit", text: t("mend", { count: wrong }) };
  if (faults.size > 0) return { tone: "unknown", text: t("waits") };
  if (isRefusal(run.error)) return { tone: "crit", text: t("refused") };
  if (run.error) return { tone: "unknown", text: t("failed") };
  return run.result ? { tone: "ok", text: t("clear") } : { tone: "unknown", text: t("checking") };
}

type ProduceBarProps = {
  name: TopicName;
  run: DryRun<ProduceResult>;
  faults: ReadonlyMap<string, Fault>;
  sending: boolean;
  onSend: () => void;
};

/** ProduceBar writes what the form holds, and says how its checks stand. */
export function ProduceBar({ name, run, faults, sending, onSend }: ProduceBarProps) {
  const t = useTranslations("produce.bar");
  const { tone, text } = useStanding(run, faults);
  const keys = (
    <span className={bar.keys}>
      <Kbd>{useModKey()}</Kbd> <Kbd>Enter</Kbd> {t("keys")}
    </span>
  );
  return (
    <ActionBar aside={keys}>
      <Button variant="filled" loading={sending} disabled={faults.size > 0} onClick={onSend}>
        {t("send", { count: run.result?.records ?? run.stale?.records ?? 1 })}
      </Button>
      <LinkButton variant="subtle" href={paths.topicMessages(name.clusterId, name.topic)}>
        {t("back")}
      </LinkButton>
      <span role="status">
        <StatusBadge tone={tone}>{text}</StatusBadge>
      </span>
    </ActionBar>
  );
}
