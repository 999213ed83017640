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
import { useNow } from "@/components/ui/use-now.ts";
import { clockAt } from "@/components/charts/clock.ts";
import { type HelpCode, helpOf, mostLost } from "./help.ts";
import { type OutlookReason, outlookHelp, outlookReasons } from "./outlook-reasons.ts";
import { sortOf } from "./partition-view.ts";
import { reasonCodes, reasonFigures } from "./reason-figures.ts";
import { reasonsTogether } from "./reasons-together.ts";
import { useOutlookReasonWords } from "./use-outlook-reasons.ts";
import classes from "./why-card.module.css";

function useReasonWords(group: Group) {
  const t = useTranslations("group.reasons");
  const format = useFormat();
  const now = useNow();
  return ({ code, values }: Reason) => {
    const known = reasonCodes.find((one) => one === code);
    if (!known) return { title: code, detail: "" };
    // The partitions that stand still may be others than when the status began.
    const figures = reasonFigures(values, code === "STALLED" ? null : group.statusSince, group.statusSinceAtLeast, {
      count: format.count,
      duration: format.duration,
      clock: (at) => clockAt(at, now, format),
    });
    return { title: t(`${known}.title`, figures), detail: t(`${known}.detail`, figures) };
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

function Reasons({ group, reasons }: Pick<GroupDetail, "group" | "reasons">) {
  const wordsOf = useReasonWords(group);
  return reasons.map((reason) => <Line key={reason.code} tone={reason.severity} {...wordsOf(reason)} />);
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
  const format = useFormat();
  const { reasons, more, none } = reasonsTogether(detail.reasons, history ? outlookReasons(history) : []);
  const help = helpOf(detail, outlookHelp(more, detail.group.members));
  const ahead =
    more.find((reason) => reason.code === "LOSS_AHEAD")?.partition.topic ??
    detail.reasons.find(({ code }) => code === "AT_RISK")?.values["topic"]?.toString();
  const topic = mostLost(detail.topics) ?? ahead ?? null;
  const { evidence } = detail.group;
  const judged = evidence && t("judged", { ...evidence, time: format.duration(evidence.spanMs) });
  return (
    <Card title={t(detail.group.status)} subtitle={judged}>
      <div className={classes.reasons}>
        {none ? <WithoutReason group={detail.group} /> : <Reasons group={detail.group} reasons={reasons} />}
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
