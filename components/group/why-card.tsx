"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card.tsx";
import { CheckLine } from "@/components/ui/check-line.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import type { Reason, Severity } from "@/lib/api/common.ts";
import type { Group, GroupDetail } from "@/lib/api/groups.ts";
import { paths } from "@/lib/paths.ts";
import { type HelpCode, helpOf, mostLost, reasonsToTell } from "./help.ts";
import { sortOf } from "./partition-view.ts";
import classes from "./why-card.module.css";

const codes = ["LOST_RECORDS", "STOPPED", "BEYOND_END", "NO_COMMIT", "OFFSETS_UNKNOWN", "BEHIND", "CAUGHT_UP"] as const;

function useReasonWords() {
  const t = useTranslations("group.reasons");
  const format = useFormat();
  return ({ code, values }: Reason) => {
    const known = codes.find((one) => one === code);
    if (!known) return { title: code, detail: "" };
    const shown = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [`${name}Shown`, format.count(value)]),
    );
    const figures = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
    return { title: t(`${known}.title`, { ...figures, ...shown }), detail: t(`${known}.detail`) };
  };
}

function Line({ tone, title, detail }: { tone: Severity; title: string; detail: string }) {
  return (
    <CheckLine tone={tone} detail={detail}>
      <b className={classes.title}>{title}</b>
    </CheckLine>
  );
}

function WithoutReason({ group }: { group: Group }) {
  const t = useTranslations("group.why");
  const { titleOf } = useProblem();
  const code = group.unknown["lag"];
  const why = code === undefined ? "nothing" : "notRead";
  return <Line tone="unknown" title={t(`${why}.title`)} detail={t(`${why}.detail`, { reason: titleOf(code ?? "") })} />;
}

function Reasons({ detail: { group, reasons } }: { detail: GroupDetail }) {
  const wordsOf = useReasonWords();
  if (reasons.length === 0) return <WithoutReason group={group} />;
  return reasonsToTell(reasons).map((reason) => <Line key={reason.code} tone={reason.severity} {...wordsOf(reason)} />);
}

function helpHref(clusterId: string, { group, topics }: GroupDetail, code: HelpCode): string | null {
  const topic = mostLost(topics);
  if (code === "watch-lag") return paths.group(clusterId, group.groupId, { sort: sortOf.partition });
  return code === "keep-longer" && topic !== null
    ? paths.topicConfigs(clusterId, topic, { search: "retention" })
    : null;
}

function HelpLine({ clusterId, detail, code }: { clusterId: string; detail: GroupDetail; code: HelpCode }) {
  const t = useTranslations("group.help");
  const href = helpHref(clusterId, detail, code);
  const link = (text: ReactNode) => (href === null ? text : <TextLink href={href}>{text}</TextLink>);
  return <p>{t.rich(code, { topic: mostLost(detail.topics) ?? "", link })}</p>;
}

/** WhyCard says why a group's status is what it is, each reason with its figures, and what helps. */
export function WhyCard({ clusterId, detail }: { clusterId: string; detail: GroupDetail }) {
  const t = useTranslations("group.why");
  const help = helpOf(detail);
  return (
    <Card title={t(detail.group.status)}>
      <div className={classes.reasons}>
        <Reasons detail={detail} />
      </div>
      {help.length > 0 ? (
        <div className={classes.help}>
          <h3 className={classes.helpTitle}>{t("helps")}</h3>
          {help.map((code) => (
            <HelpLine key={code} clusterId={clusterId} detail={detail} code={code} />
          ))}
        </div>
      ) : null}
    </Card>
  );
}
