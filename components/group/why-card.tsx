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
import type { GroupHistory } from "@/lib/api/history.ts";
import { paths } from "@/lib/paths.ts";
import { type HelpCode, helpOf, mostLost, reasonsToTell } from "./help.ts";
import { type OutlookReason, outlookHelp, outlookReasons } from "./outlook-reasons.ts";
import { sortOf } from "./partition-view.ts";
import { useOutlookReasonWords } from "./use-outlook-reasons.ts";
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

type HelpProps = {
  clusterId: string;
  detail: GroupDetail;
  code: HelpCode;
  /** The topic whose records are lost, or will be first. */
  topic: string | null;
};

function helpHref({ clusterId, detail: { group }, code, topic }: HelpProps): string | null {
  if (code === "watch-lag") return paths.group(clusterId, group.groupId, { sort: sortOf.partition });
  const keeps = code === "keep-longer" || code === "gain-time";
  return keeps && topic !== null ? paths.topicConfigs(clusterId, topic, { search: "retention" }) : null;
}

function HelpLine(props: HelpProps) {
  const t = useTranslations("group.help");
  const href = helpHref(props);
  const link = (text: ReactNode) => (href === null ? text : <TextLink href={href}>{text}</TextLink>);
  return <p>{t.rich(props.code, { topic: props.topic ?? "", link })}</p>;
}

function OutlookLines({ history, reasons }: { history: GroupHistory; reasons: readonly OutlookReason[] }) {
  const wordsOf = useOutlookReasonWords(history);
  return reasons.map((reason) => <Line key={reason.code} tone={reason.tone} {...wordsOf(reason)} />);
}

type WhyCardProps = {
  clusterId: string;
  detail: GroupDetail;
  /** What was sampled of it, when history is kept. */
  history?: GroupHistory | undefined;
};

/** WhyCard says why a group's status is what it is, each reason with its figures, and what helps. */
export function WhyCard({ clusterId, detail, history }: WhyCardProps) {
  const t = useTranslations("group.why");
  const more = history ? outlookReasons(history) : [];
  const help = helpOf(detail, outlookHelp(more, detail.group.members));
  const ahead = more.find((reason) => reason.code === "LOSS_AHEAD")?.partition.topic;
  const topic = mostLost(detail.topics) ?? ahead ?? null;
  return (
    <Card title={t(detail.group.status)}>
      <div className={classes.reasons}>
        <Reasons detail={detail} />
        {history ? <OutlookLines history={history} reasons={more} /> : null}
      </div>
      {help.length > 0 ? (
        <div className={classes.help}>
          <h3 className={classes.helpTitle}>{t("helps")}</h3>
          {help.map((code) => (
            <HelpLine key={code} {...{ clusterId, detail, code, topic }} />
          ))}
        </div>
      ) : null}
    </Card>
  );
}
