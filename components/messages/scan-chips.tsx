"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Decoding } from "@/lib/api/messages.ts";
import { FilterChip, FilterMenu } from "@/components/ui/filter-chip.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { ChoiceChip, FormChip } from "./chip.tsx";
import classes from "./messages.module.css";
import { FromForm, useFromWords } from "./from-form.tsx";
import { useMessages } from "./messages-context.tsx";
import { DEFAULT_LIMIT } from "./messages-search.ts";
import { parsePartitions, writePartitions } from "./partition-list.ts";
import { PartitionsForm, TextForm, usePartitionCount } from "./small-forms.tsx";

const limits = [50, 200, 1_000, 10_000, 100_000] as const;
const optional = ["header", "keyAs", "isolation", "limit"] as const;
type Optional = (typeof optional)[number];

function FromChip() {
  const t = useTranslations("messages.chips");
  const { url, change } = useMessages();
  const set = url.start !== "newest" || url.end !== "now";
  return (
    <FormChip name={t("from")} value={useFromWords()} set={set} onRemove={() => change({ start: null, end: null })}>
      {(close) => <FromForm onDone={close} />}
    </FormChip>
  );
}

function PartitionsChip() {
  const t = useTranslations("messages.chips");
  const { url, change } = useMessages();
  const count = usePartitionCount();
  const chosen = parsePartitions(url.partitions, Number.POSITIVE_INFINITY) ?? [];
  const value = url.partitions === "" ? t("allPartitions", { count: count ?? 0 }) : writePartitions(chosen);
  return (
    <FormChip
      name={t("partitions")}
      value={value}
      set={url.partitions !== ""}
      onRemove={() => change({ partitions: null })}
    >
      {(close) => <PartitionsForm onDone={close} />}
    </FormChip>
  );
}

function KeyChip() {
  const t = useTranslations("messages.chips");
  const { url, change } = useMessages();
  const key = url.key ?? "";
  return (
    <FormChip name={t("key")} value={key || t("any")} set={key !== ""} onRemove={() => change({ key: null })}>
      {(close) => (
        <TextForm
          label={t("keyLabel")}
          hint={t("keyHint")}
          value={key}
          onDone={close}
          onApply={(text) => change({ key: text || null })}
        />
      )}
    </FormChip>
  );
}

function HeaderChip({ added, onRemove }: { added: boolean; onRemove: () => void }) {
  const t = useTranslations("messages.chips");
  const { url, change } = useMessages();
  const remove = () => {
    change({ header: null });
    onRemove();
  };
  return (
    <FormChip name={t("header")} value={url.header || t("any")} set opensAtOnce={added} onRemove={remove}>
      {(close) => (
        <TextForm
          label={t("headerLabel")}
          hint={t("headerHint")}
          value={url.header}
          onDone={close}
          onApply={(text) => change({ header: text || null })}
        />
      )}
    </FormChip>
  );
}

function OrderChip() {
  const t = useTranslations("messages.chips");
  const { url, change } = useMessages();
  const byTime = url.start === "newest" ? t("newestFirst") : t("oldestFirst");
  return (
    <ChoiceChip
      name={t("order")}
      choice={url.order}
      options={[
        { value: "time", label: byTime },
        { value: "offset", label: t("byOffset") },
      ]}
      onChoose={(order) => change({ order: order === "time" ? null : order })}
      set={url.order !== "time"}
      onRemove={() => change({ order: null })}
    />
  );
}

function DecodeChip({ part, added }: { part: "key" | "value"; added: boolean }) {
  const t = useTranslations("messages.chips");
  const { change, decodings, remember } = useMessages();
  const choose = (as: Decoding) => {
    remember({ [part]: as });
    change({ [part === "key" ? "keyAs" : "valueAs"]: null });
  };
  return (
    <ChoiceChip
      name={t(part === "key" ? "keyAs" : "valueAs")}
      choice={decodings[part]}
      options={Decoding.options.map((value) => ({ value, label: t(`decodings.${value}`) }))}
      onChoose={choose}
      opensAtOnce={added}
      set={decodings[part] !== "auto"}
      onRemove={() => choose("auto")}
    />
  );
}

function IsolationChip({ added }: { added: boolean }) {
  const t = useTranslations("messages.chips");
  const { url, change } = useMessages();
  return (
    <ChoiceChip
      name={t("isolation")}
      choice={url.isolation}
      options={[
        { value: "read_uncommitted", label: t("uncommitted") },
        { value: "read_committed", label: t("committed") },
      ]}
      onChoose={(isolation) => change({ isolation: isolation === "read_uncommitted" ? null : isolation })}
      opensAtOnce={added}
      set={url.isolation !== "read_uncommitted"}
      onRemove={() => change({ isolation: null })}
    />
  );
}

function LimitChip({ added }: { added: boolean }) {
  const t = useTranslations("messages.chips");
  const format = useFormat();
  const { url, change } = useMessages();
  const offered = [...new Set([...limits, url.limit])].toSorted((a, b) => a - b);
  return (
    <ChoiceChip
      name={t("limit")}
      choice={String(url.limit)}
      options={offered.map((limit) => ({ value: String(limit), label: format.exact(limit) }))}
      onChoose={(limit) => change({ limit: Number(limit) })}
      opensAtOnce={added}
      set={url.limit !== DEFAULT_LIMIT}
      onRemove={() => change({ limit: null })}
    />
  );
}

// Beside an expression, a text that is also looked for would be out of sight.
function TextChip() {
  const t = useTranslations("messages.filter");
  const { url, change } = useMessages();
  if (url.filter === "" || url.contains === "") return null;
  return <FilterChip name={t("contains")} value={url.contains} onRemove={() => change({ contains: null })} />;
}

/** ScanChips are the conditions of the scan beside its filter, each to change; those at their default that are seldom needed stand in a menu. */
export function ScanChips() {
  const t = useTranslations("messages.chips");
  const { url, decodings } = useMessages();
  const [added, setAdded] = useState<readonly Optional[]>([]);
  const inForce: Record<Optional, boolean> = {
    header: url.header !== "",
    keyAs: decodings.key !== "auto",
    isolation: url.isolation !== "read_uncommitted",
    limit: url.limit !== DEFAULT_LIMIT,
  };
  const shown = (id: Optional) => inForce[id] || added.includes(id);
  const was = (id: Optional) => added.includes(id);
  const drop = (id: Optional) => setAdded((before) => before.filter((other) => other !== id));
  const rest = optional.filter((id) => !shown(id)).map((value) => ({ value, label: t(value) }));
  return (
    <div className={classes.chips}>
      <FromChip />
      <PartitionsChip />
      <KeyChip />
      <OrderChip />
      <TextChip />
      {shown("header") ? <HeaderChip added={was("header")} onRemove={() => drop("header")} /> : null}
      {shown("keyAs") ? <DecodeChip part="key" added={was("keyAs")} /> : null}
      <DecodeChip part="value" added={false} />
      {shown("isolation") ? <IsolationChip added={was("isolation")} /> : null}
      {shown("limit") ? <LimitChip added={was("limit")} /> : null}
      <FilterMenu options={rest} onSelect={(id) => setAdded((before) => [...before, id as Optional])} />
    </div>
  );
}
