"use client";

import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Field, hintIdOf } from "@/components/create-topic/field.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { QueryState } from "@/components/ui/query-state.tsx";
import { Segmented } from "@/components/ui/quick-views.tsx";
import { useFormat, useZone } from "@/components/ui/use-format.ts";
import { useNow } from "@/components/ui/use-now.ts";
import { type DeleteRecordsResult, PartitionListQuery } from "@/lib/api/topics.ts";
import { zoneName } from "@/lib/format-time.ts";
import { partitionsQuery } from "@/lib/queries/partitions.ts";
import { type Choice, type ChoiceError, deleteModes, toLocalInput } from "./delete-records-input.ts";
import { OffsetsTable } from "./offsets-table.tsx";
import classes from "./delete-records.module.css";

type ChoiceProps = {
  clusterId: string;
  topic: string;
  choice: Choice;
  setChoice: (choice: Choice) => void;
  missing: ChoiceError | null;
  /** By partition, why its offset cannot be. */
  errors: ReadonlyMap<number, string>;
  preview: DeleteRecordsResult | null;
};

const AGES_MS = [3_600_000, 86_400_000, 604_800_000] as const;
const PAGE_SIZE = 100;

function Offsets({ clusterId, topic, choice, setChoice, errors, preview }: ChoiceProps) {
  const t = useTranslations("changes.deleteRecords");
  const [page, setPage] = useState(1);
  const query = useQuery(partitionsQuery(clusterId, topic, PartitionListQuery.parse({ page, pageSize: PAGE_SIZE })));
  return (
    <QueryState query={query}>
      {(list) => (
        <>
          <OffsetsTable
            topic={topic}
            partitions={list.items}
            offsets={choice.offsets}
            errors={errors}
            preview={preview?.partitions ?? []}
            onChange={(offsets) => setChoice({ ...choice, offsets })}
          />
          {list.total > PAGE_SIZE ? (
            <Pager
              label={t("partitionsLabel", { topic })}
              page={list.page}
              pageSize={list.pageSize}
              total={list.total}
              onPage={setPage}
            />
          ) : null}
        </>
      )}
    </QueryState>
  );
}

function Time({ choice, setChoice, missing }: ChoiceProps) {
  const t = useTranslations("changes.deleteRecords");
  const format = useFormat();
  const zone = useZone();
  const now = useNow();
  const id = useId();
  const wrong = choice.time !== "" && (missing === "invalidTime" || missing === "futureTime") ? t(missing) : undefined;
  return (
    <>
      <Field id={id} label={t("time")} hint={{ text: t("timeHint", { zone: zoneName(zone) }) }} error={wrong}>
        <TextInput
          id={id}
          type="datetime-local"
          step={1}
          className={classes.time}
          value={choice.time}
          error={wrong !== undefined}
          attributes={{ input: { "aria-describedby": hintIdOf(id) } }}
          onChange={(event) => setChoice({ ...choice, time: event.currentTarget.value })}
        />
      </Field>
      <div className={classes.ages}>
        {AGES_MS.map((age) => (
          <Button key={age} size="xs" onClick={() => setChoice({ ...choice, time: toLocalInput(now - age) })}>
            {t("ago", { time: format.duration(age) })}
          </Button>
        ))}
      </div>
    </>
  );
}

/** DeleteRecordsChoice says which records go: all, those up to an offset by partition, or those before a time. */
export function DeleteRecordsChoice(props: ChoiceProps) {
  const t = useTranslations("changes.deleteRecords");
  const { choice, setChoice } = props;
  return (
    <>
      <Segmented
        wide
        label={t("mode")}
        value={choice.mode}
        options={deleteModes.map((value) => ({ value, label: t(`modes.${value}`) }))}
        onChange={(mode) => setChoice({ ...choice, mode })}
      />
      {choice.mode === "time" ? null : (
        <p className={classes.hint}>{t(choice.mode === "all" ? "allHint" : "offsetHint")}</p>
      )}
      {choice.mode === "offset" ? <Offsets {...props} /> : null}
      {choice.mode === "time" ? <Time {...props} /> : null}
    </>
  );
}
