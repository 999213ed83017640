"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Config, ConfigChange, ConfigPatchResult } from "@/lib/api/configs.ts";
import { describeSetting } from "@/lib/settings/kinds.ts";
import { BeforeAfter, type Change } from "@/components/ui/before-after.tsx";
import { CheckLine } from "@/components/ui/check-line.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { bold } from "./bold.tsx";
import { CommandText } from "./command-text.tsx";
import { EffectLines, LossNotes } from "./effects.tsx";
import { isRefusal } from "./field-errors.ts";
import classes from "./review.module.css";
import { useSettingText } from "./setting-value.tsx";
import { TypedName } from "./typed-name.tsx";
import type { DryRun } from "./use-dry-run.ts";

type ReviewProps = {
  topic: string;
  items: readonly Config[];
  count: number;
  /** How many values cannot be read. */
  wrong: number;
  /** Keys that someone else changed since the edits began. */
  meanwhile: readonly string[];
  check: DryRun<ConfigPatchResult>;
  applying: boolean;
  onApply: () => void;
  onBack: () => void;
};

function useChangeRows(items: readonly Config[]): (changes: readonly ConfigChange[]) => Change[] {
  const t = useTranslations("configs.details");
  const textOf = useSettingText();
  const types = new Map(items.map((item) => [item.name, item.type]));
  return (changes) =>
    changes.map(({ name, before, after }) => {
      const setting = describeSetting({ name, type: types.get(name) ?? "unknown" });
      const shown = (value: string | null) => {
        if (value === null) return { text: t("none"), raw: undefined };
        return value === "" ? { text: t("empty"), raw: undefined } : textOf(setting, value);
      };
      const [was, becomes] = [shown(before), shown(after)];
      return { name, before: was.text, beforeRaw: was.raw, after: becomes.text, afterRaw: becomes.raw };
    });
}

function CheckState({ check, wrong }: { check: DryRun<ConfigPatchResult>; wrong: number }) {
  const t = useTranslations("configs.review");
  const format = useFormat();
  if (wrong > 0) return <CheckLine tone="crit">{t("wrong")}</CheckLine>;
  if (check.checking) return <CheckLine tone="unknown">{t("checking")}</CheckLine>;
  if (isRefusal(check.error))
    return (
      <CheckLine tone="crit" detail={check.error.detail}>
        {t("refused")}
      </CheckLine>
    );
  if (check.error) {
    return (
      <>
        <ErrorNote error={check.error} onRetry={check.retry} />
        <CheckLine tone="unknown">{t("notChecked")}</CheckLine>
      </>
    );
  }
  if (!check.result) return null;
  const duration = format.duration(check.result.durationMs);
  return (
    <CheckLine tone="ok">
      {t("accepted")}{" "}
      <span className={classes.detail}>
        {t("acceptedDetail", { duration })} <TimeAgo at={check.checkedAt} />
      </span>
    </CheckLine>
  );
}

function Consequences({
  result,
  items,
  current,
}: {
  result: ConfigPatchResult;
  items: readonly Config[];
  current: boolean;
}) {
  const t = useTranslations("configs.review");
  const rowsOf = useChangeRows(items);
  return (
    <div className={classes.consequences} data-stale={!current || undefined}>
      <LossNotes effects={result.effects} />
      <BeforeAfter label={t("changes")} rows={rowsOf(result.changes)} />
      <div>
        <EffectLines effects={result.effects} />
        {result.effects.some(({ loss }) => loss) ? null : <CheckLine tone="ok">{t("noEffect")}</CheckLine>}
      </div>
    </div>
  );
}

/** Review is what pending edits will do, before they are applied: the loss first and in red, before and after, effects, the broker's check, the command, and the typed name when records go. */
export function Review(props: ReviewProps) {
  const t = useTranslations("configs.review");
  const { topic, items, count, wrong, meanwhile, check, applying } = props;
  const [typed, setTyped] = useState("");
  const shown = check.result ?? check.stale;
  const loses = check.result?.effects.some(({ loss }) => loss) ?? false;
  const allowed = check.result !== null && wrong === 0 && (!loses || typed === topic);
  return (
    <div className={classes.review}>
      {meanwhile.map((name) => (
        <CheckLine key={name} tone="warn">
          {t("meanwhile", { name })}
        </CheckLine>
      ))}
      {shown ? <Consequences result={shown} items={items} current={check.result !== null} /> : null}
      <div>
        <CheckState check={check} wrong={wrong} />
      </div>
      {shown ? <CommandText command={shown.command} label={t("command")} width={58} /> : null}
      {loses ? (
        <TypedName prompt={t.rich("prompt", { ...bold, name: topic })} value={typed} onChange={setTyped} />
      ) : null}
      <div className={classes.actions}>
        <Button
          variant="filled"
          color={loses ? "danger" : undefined}
          disabled={!allowed}
          loading={applying}
          onClick={props.onApply}
        >
          {t("apply", { count })}
        </Button>
        <Button onClick={props.onBack}>{t("back")}</Button>
        {loses ? <span className={classes.gone}>{t("gone")}</span> : null}
      </div>
    </div>
  );
}
