"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ActionBar } from "@/components/ui/action-bar.tsx";
import { Stack } from "@/components/ui/columns.tsx";
import { PartErrors } from "@/components/ui/part-errors.tsx";
import { QuickViews } from "@/components/ui/quick-views.tsx";
import { SearchInput } from "@/components/ui/search-input.tsx";
import { StatusBadge } from "@/components/ui/status-badge.tsx";
import { TextButton } from "@/components/ui/text-link.tsx";
import { Toolbar } from "@/components/ui/toolbar.tsx";
import type { ConfigList } from "@/lib/api/configs.ts";
import { checkTopicConfigsQuery } from "@/lib/queries/topic-configs.ts";
import { toPatch } from "@/lib/settings/edits.ts";
import { refusedSettings } from "./field-errors.ts";
import { ReviewPlace } from "./review-place.tsx";
import { Review } from "./review.tsx";
import { countViews, filterRows, type SettingView, settingViews, toSettingRows } from "./setting-rows.ts";
import { type SettingActions, SettingsTable } from "./settings-table.tsx";
import { useApplyConfigs } from "./use-apply-configs.ts";
import { useConfigEdits } from "./use-config-edits.ts";
import { useDryRun } from "./use-dry-run.ts";
import { useSettingLanguage } from "./use-setting-language.ts";
import classes from "./config-editor.module.css";

/** ConfigParams is what the link of the page holds. */
export type ConfigParams = { search: string; view: SettingView; open: string | null; edit: string[]; review: boolean };

type ConfigEditorProps = {
  clusterId: string;
  topic: string;
  list: ConfigList;
  params: ConfigParams;
  setParams: (params: Partial<ConfigParams>) => void;
  editable: boolean;
};

function Nothing({ params, setParams }: Pick<ConfigEditorProps, "params" | "setParams">) {
  const t = useTranslations("configs");
  const { search, view } = params;
  const text = search !== "" ? t("nothing", { search }) : t(view === "here" ? "nothingHere" : "nothingNow");
  return (
    <p className={classes.nothing} role="status">
      {text}{" "}
      <TextButton onClick={() => setParams({ search: "", view: "all" })}>
        {t(search === "" ? "showAll" : "clearSearch")}
      </TextButton>
    </p>
  );
}

function PendingBar({
  count,
  wrong,
  onReview,
  onDiscard,
}: {
  count: number;
  wrong: number;
  onReview: () => void;
  onDiscard: () => void;
}) {
  const t = useTranslations("configs.bar");
  return (
    <>
      <div className={classes.room} />
      <div className={classes.bar}>
        <ActionBar>
          <Button variant="filled" onClick={onReview}>
            {t("review", { count })}
          </Button>
          <Button onClick={onDiscard}>{t("discard")}</Button>
          {wrong > 0 ? (
            <StatusBadge tone="crit">{t("wrong", { count: wrong })}</StatusBadge>
          ) : (
            <span>{t("pending", { count })}</span>
          )}
        </ActionBar>
      </div>
    </>
  );
}

function useEditor({ clusterId, topic, list, params, setParams, editable }: ConfigEditorProps) {
  const words = useSettingLanguage();
  const pending = useConfigEdits(editable ? params.edit : [], (edit) => setParams({ edit }), list.items);
  const count = Object.keys(pending.edits).length;
  const patch = count > 0 && pending.errors.size === 0 ? toPatch(pending.edits) : null;
  const check = useDryRun(patch, (asked) => checkTopicConfigsQuery(clusterId, topic, asked));
  const { apply, applying, error } = useApplyConfigs(clusterId, topic, () => setParams({ edit: [], review: false }));
  const refused = refusedSettings(check.error ?? error);
  const errors = new Map([...refused, ...pending.errors]);
  // While a change is applied, what is read already has the new values: they are this person's own.
  const rows = toSettingRows(list.items, pending.edits, errors, applying ? {} : pending.baselines);
  const shown = filterRows(rows, params.view, params.search, words);
  return {
    pending,
    count,
    patch,
    check,
    apply,
    applying,
    rows,
    shown,
    wrong: pending.errors.size,
    refused: errors.size,
  };
}

/** ConfigEditor is a topic's settings with their edits: search, views, edits in place, the review beside, and a bar that stays while edits wait. */
export function ConfigEditor(props: ConfigEditorProps) {
  const t = useTranslations("configs");
  const { topic, list, params, setParams, editable } = props;
  const editor = useEditor(props);
  const { pending, count, patch, check, rows, shown } = editor;
  const counts = countViews(rows);
  const reviewing = params.review && count > 0;
  const actions: SettingActions = {
    onEdit: pending.edit,
    onUndo: pending.undo,
    onKeep: pending.keep,
    onOpen: (open) => setParams({ open }),
  };
  const discard = () => setParams({ edit: [], review: false, ...(params.view === "now" && { view: "all" }) });
  const table = (
    <Stack>
      <PartErrors errors={list.errors} />
      <Toolbar>
        <SearchInput
          label={t("search", { count: rows.length })}
          value={params.search}
          delayMs={100}
          onChange={(search) => setParams({ search })}
        />
        <QuickViews
          label={t("views")}
          value={params.view}
          options={settingViews
            .filter((view) => editable || view !== "now")
            .map((value) => ({ value, label: t(`view.${value}`), count: counts[value] }))}
          onChange={(view) => setParams({ view })}
        />
      </Toolbar>
      <SettingsTable
        label={t("label", { topic })}
        rows={shown}
        open={params.open}
        actions={actions}
        editable={editable}
        empty={<Nothing params={params} setParams={setParams} />}
      />
    </Stack>
  );
  return (
    <>
      <ReviewPlace
        opened={reviewing}
        title={t("review.title", { count })}
        onClose={() => setParams({ review: false })}
        table={table}
      >
        <Review
          topic={topic}
          items={list.items}
          count={count}
          wrong={editor.wrong}
          meanwhile={rows.filter(({ meanwhile }) => meanwhile !== null).map(({ config }) => config.name)}
          check={check}
          applying={editor.applying}
          onApply={() => patch && editor.apply(patch)}
          onBack={() => setParams({ review: false })}
        />
      </ReviewPlace>
      {count > 0 && !reviewing ? (
        <PendingBar
          count={count}
          wrong={editor.refused}
          onReview={() => setParams({ review: true })}
          onDiscard={discard}
        />
      ) : null}
    </>
  );
}
