"use client";

import { useTranslations } from "next-intl";
import type { TopicDetail } from "@/lib/api/topics.ts";
import { paths } from "@/lib/paths.ts";
import { describeSetting } from "@/lib/settings/kinds.ts";
import { useSettingText } from "@/components/configs/setting-value.tsx";
import { useSettingLanguage } from "@/components/configs/use-setting-language.ts";
import { Card } from "@/components/ui/card.tsx";
import { RowList, type RowListRow } from "@/components/ui/row-list.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { useProblem } from "@/components/ui/use-problem.ts";
import { segmentRow, type SettingRow, settingRows } from "./setting-rows.ts";
import type { TopicName } from "./topic-name.ts";
import classes from "./topic.module.css";

function useRow(): (row: SettingRow) => RowListRow {
  const t = useTranslations("topic.settings");
  const textOf = useSettingText();
  const { nameOf } = useSettingLanguage();
  return ({ id, configs, marked }) => {
    const [one = "", other] = configs.map((config) =>
      config.value === null ? t("hidden") : textOf(describeSetting(config), config.value).text,
    );
    const raw = configs.map(({ name, value }) => `${name}=${value ?? ""}`).join("\n");
    return {
      id,
      label: id === segmentRow ? t("segment") : nameOf(describeSetting(configs[0]!)),
      value: <span data-tip={raw}>{other === undefined ? one : t("either", { one, other })}</span>,
      marked,
    };
  };
}

/** SettingsCard shows the settings that matter most, those that the topic sets first and with a dot. */
export function SettingsCard({ name, detail }: { name: TopicName; detail: TopicDetail }) {
  const t = useTranslations("topic.settings");
  const toRow = useRow();
  const { titleOf } = useProblem();
  const { configs } = detail;
  const set = configs?.filter(({ source }) => source === "topic").length ?? 0;
  const subtitle = (
    <span className={classes.inline}>
      {set > 0 ? <span className={classes.dot} aria-hidden="true" /> : null}
      {t("set", { count: set })}
    </span>
  );
  const all = configs ? t("all", { count: configs.length }) : t("open");
  return (
    <Card
      title={t("title")}
      subtitle={configs ? subtitle : null}
      action={<TextLink href={paths.topicConfigs(name.clusterId, name.topic)}>{all}</TextLink>}
    >
      {configs ? (
        <RowList rows={settingRows(configs).map(toRow)} />
      ) : (
        <p className={classes.quiet}>
          {t("notRead", { reason: titleOf(detail.topic.unknown["cleanupPolicy"] ?? "UNREACHABLE") })}
        </p>
      )}
    </Card>
  );
}
