"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { NoValue, Unknown } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { Group } from "@/lib/api/groups.ts";
import { paths } from "@/lib/paths.ts";
import classes from "./group-topics.module.css";

const SHOWN = 2;

function Rest({ group, count }: { group: Group; count: number }) {
  const t = useTranslations("groups");
  const format = useFormat();
  const names = group.topics.slice(SHOWN);
  const unnamed = count - group.topics.length;
  const tip = unnamed > 0 ? t("topicsTipMore", { names: names.join("\n"), count: unnamed }) : names.join("\n");
  return (
    <button type="button" className={`hw-plain ${classes.rest}`} data-tip={tip}>
      {t("moreTopics", { count: format.exact(count - SHOWN) })}
    </button>
  );
}

/** GroupTopics names the first topics that a group reads, each a link, and how many more there are. */
export function GroupTopics({ clusterId, group }: { clusterId: string; group: Group }) {
  const t = useTranslations("groups");
  if (group.topicCount === null) return <Unknown reason={t("topicsUnknown")} />;
  if (group.topicCount === 0) return <NoValue />;
  return (
    <span className={classes.topics}>
      {group.topics.slice(0, SHOWN).map((topic) => (
        <Link key={topic} className={classes.topic} href={paths.topic(clusterId, topic)} title={topic} prefetch={false}>
          {topic}
        </Link>
      ))}
      {group.topicCount > SHOWN ? <Rest group={group} count={group.topicCount} /> : null}
    </span>
  );
}
