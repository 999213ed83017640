"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { isRefusal } from "@/components/configs/field-errors.ts";
import { useModKey } from "@/components/layout/use-mod-key.ts";
import { ActionBar } from "@/components/ui/action-bar.tsx";
import { Kbd } from "@/components/ui/kbd.tsx";
import { LinkButton } from "@/components/ui/link-button.tsx";
import { StatusBadge } from "@/components/ui/status-badge.tsx";
import type { Tone } from "@/components/ui/status-list.ts";
import { paths } from "@/lib/paths.ts";
import classes from "./create-bar.module.css";
import type { TopicFormState } from "./use-topic-form.ts";

function useStanding({ draft, run }: TopicFormState, name: string): { tone: Tone; text: string } {
  const t = useTranslations("create.bar");
  if (name === "") return { tone: "unknown", text: t("idle") };
  if (draft.errors.size > 0) return { tone: "crit", text: t("mend", { count: draft.errors.size }) };
  if (isRefusal(run.error)) return { tone: "crit", text: t("refused") };
  if (run.error) return { tone: "unknown", text: t("failed") };
  if (!run.result) return { tone: "unknown", text: t("checking") };
  const count = run.result.warnings.length;
  return count > 0 ? { tone: "warn", text: t("warnings", { count }) } : { tone: "ok", text: t("clear") };
}

type CreateBarProps = {
  clusterId: string;
  name: string;
  form: TopicFormState;
  creating: boolean;
  onCreate: () => void;
};

/** CreateBar creates the topic or leaves, and says how the checks stand. */
export function CreateBar({ clusterId, name, form, creating, onCreate }: CreateBarProps) {
  const t = useTranslations("create.bar");
  const { tone, text } = useStanding(form, name);
  const keys = (
    <span className={classes.keys}>
      <Kbd>{useModKey()}</Kbd> <Kbd>Enter</Kbd> {t("keys")}
    </span>
  );
  return (
    <ActionBar aside={keys}>
      <Button variant="filled" loading={creating} onClick={onCreate}>
        {t("create")}
      </Button>
      <LinkButton variant="subtle" href={paths.topics(clusterId)}>
        {t("cancel")}
      </LinkButton>
      <span role="status">
        <StatusBadge tone={tone}>{text}</StatusBadge>
      </span>
    </ActionBar>
  );
}
