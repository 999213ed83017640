"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Status } from "@/components/ui/status.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { Moment } from "@/components/ui/time-ago.tsx";
import { useNow } from "@/components/ui/use-now.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import type { GroupDetail } from "@/lib/api/groups.ts";
import { paths } from "@/lib/paths.ts";

const b = (text: ReactNode) => <b>{text}</b>;

function useReads({ group, topics }: GroupDetail, clusterId: string): ReactNode {
  const t = useTranslations("group.facts");
  const format = useFormat();
  const { topicCount, partitions } = group;
  if (topicCount === null || topicCount === 0) return null;
  const sum = { count: partitions ?? 0, shown: format.exact(partitions ?? 0) };
  const only = topicCount === 1 ? topics[0]?.topic : undefined;
  if (only === undefined) return t.rich("topics", { ...sum, b, topics: format.exact(topicCount) });
  const topic = <TextLink href={paths.topic(clusterId, only)}>{only}</TextLink>;
  return t.rich("topic", { ...sum, topic: () => topic });
}

function useCoordinator({ coordinator }: GroupDetail["group"], clusterId: string): ReactNode {
  const t = useTranslations("group.facts");
  if (coordinator === null) return null;
  const href = paths.broker(clusterId, coordinator);
  const link = (text: ReactNode) => <TextLink href={href}>{text}</TextLink>;
  return t.rich("coordinator", { id: String(coordinator), link });
}

/** useFigures are what of a group's figures only the facts tell, where the figures below tell of its history. */
function useFigures({ lost, partitionsWithoutCommit: without }: GroupDetail["group"]): Record<string, ReactNode> {
  const t = useTranslations("group.facts");
  const format = useFormat();
  return {
    without: without ? t.rich("withoutCommit", { b, shown: format.exact(without) }) : null,
    lost: lost === null || lost === "0" ? null : t.rich("lost", { b, shown: format.count(lost) }),
  };
}

/** useSince is since when the status has been so, as far as samples tell. */
function useSince({ statusSince, statusSinceAtLeast }: GroupDetail["group"]): ReactNode {
  const t = useTranslations("group.facts");
  const format = useFormat();
  const now = useNow();
  if (statusSince === null) return null;
  const at = Date.parse(statusSince);
  const moment = () => <Moment at={at}>{format.time(at, now)}</Moment>;
  return t.rich(statusSinceAtLeast ? "sinceBefore" : "since", { moment });
}

function useFacts(clusterId: string, detail: GroupDetail, all: boolean): ReactNode[] {
  const t = useTranslations("group.facts");
  const status = useTranslations("status");
  const types = useTranslations("groups.types");
  const format = useFormat();
  const { group, protocol } = detail;
  const { members } = group;
  const figures = useFigures(group);
  const since = useSince(group);
  const facts = {
    since,
    state: <b>{status(group.state)}</b>,
    type: t.rich("type", { b, type: types(group.type) }),
    members: members === null ? null : t.rich("members", { b, count: members, shown: format.exact(members) }),
    reads: useReads(detail, clusterId),
    coordinator: useCoordinator(group, clusterId),
    assignor: protocol === null ? null : t.rich("assignor", { b, assignor: protocol }),
    ...(all ? figures : {}),
  };
  return Object.entries(facts).map(([name, fact]) => fact && <span key={name}>{fact}</span>);
}

type GroupHeaderProps = {
  clusterId: string;
  detail: GroupDetail;
  gone: boolean;
  /** Also what is without commit or lost. */
  all?: boolean;
};

/** GroupHeader names a group with its status and its facts: state, type, members, what it reads, coordinator, assignor. One that is gone has no status. */
export function GroupHeader({ clusterId, detail, gone, all = false }: GroupHeaderProps) {
  const { group } = detail;
  const facts = useFacts(clusterId, detail, all);
  return (
    <PageHeader
      title={group.groupId}
      copy
      status={gone ? null : <Status status={group.status} variant="pill" />}
      facts={facts}
    />
  );
}
