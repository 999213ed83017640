"use client";

import { useHotkeys } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { CommandText } from "@/components/configs/command-text.tsx";
import { useDryRun } from "@/components/configs/use-dry-run.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { Card } from "@/components/ui/card.tsx";
import { Columns, Stack } from "@/components/ui/columns.tsx";
import type { Topic } from "@/lib/api/topics.ts";
import { checkProduceQuery } from "@/lib/queries/produce.ts";
import { type Draft, faultsOf, toInput } from "./draft.ts";
import { DryRunCard } from "./dry-run-card.tsx";
import { HeaderFields } from "./header-fields.tsx";
import { KeyField } from "./key-field.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { ProduceBar } from "./produce-bar.tsx";
import { useDraft } from "./use-draft.ts";
import { useFieldErrors } from "./use-field-errors.ts";
import { useSend } from "./use-send.ts";
import { ValueField } from "./value-field.tsx";
import { WrittenCard } from "./written-card.tsx";
import classes from "./produce.module.css";

type ProduceRecordProps = { name: TopicName; details: Topic; initial: Draft };

function CommandCard({ command, noCommand }: { command: string | null; noCommand: string | null }) {
  const t = useTranslations("produce.command");
  return (
    <Card title={t("title")}>
      {command === null ? (
        <p className={classes.hint}>{noCommand === null ? t("wait") : t(`none.${noCommand}`)}</p>
      ) : (
        <CommandText command={command} label={t("title")} />
      )}
    </Card>
  );
}

/** ProduceRecord is the form of one record, or of copies of it: what is written at the left; what Kafka says of it, and what was written, at the right. */
export function ProduceRecord({ name, details, initial }: ProduceRecordProps) {
  const t = useTranslations("produce");
  const { draft, change } = useDraft(initial);
  const faults = faultsOf(draft, details.partitions);
  const input = faults.size > 0 ? null : toInput(draft);
  const run = useDryRun(input, (asked) => checkProduceQuery(name.clusterId, name.topic, asked));
  const sending = useSend(name);
  const errors = useFieldErrors(draft, faults, run.error ?? sending.refusal);
  const send = () => input && sending.send(input);
  useHotkeys([["mod+Enter", send]], []);
  const shown = run.result ?? run.stale;
  const field = { draft, change, errors, details };
  return (
    <>
      <form aria-label={t("form", { topic: name.topic })} onSubmit={(event) => event.preventDefault()}>
        <Columns ratio="62:38" align="start">
          <Stack>
            <Card>
              <div className={classes.form}>
                <KeyField {...field} />
                <ValueField {...field} />
                <HeaderFields {...field} />
              </div>
            </Card>
            <Card title={t("where")}>
              <PlaceFields {...field} />
            </Card>
            <CommandCard command={shown?.command ?? null} noCommand={shown?.noCommand ?? null} />
          </Stack>
          <Stack>
            <DryRunCard draft={draft} faults={faults} run={run} />
            <WrittenCard name={name} results={sending.results} />
          </Stack>
        </Columns>
      </form>
      <ProduceBar name={name} run={run} faults={faults} sending={sending.pending} onSend={send} />
    </>
  );
}
