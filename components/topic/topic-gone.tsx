"use client";

import { useQuery } from "@tanstack/react-query";
import { IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { TopicListQuery } from "@/lib/api/topics.ts";
import { paths } from "@/lib/paths.ts";
import { topicsQuery } from "@/lib/queries/topics.ts";
import { Card } from "@/components/ui/card.tsx";
import { Stack } from "@/components/ui/columns.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { LinkButton } from "@/components/ui/link-button.tsx";
import { Note } from "@/components/ui/note.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { StaleNote } from "@/components/ui/stale-note.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import type { TopicName } from "./topic-name.ts";

/** TopicDeleted says that a topic was deleted while it was shown; the values that stay are its last. */
export function TopicDeleted({ name, asOf }: { name: TopicName; asOf: string }) {
  const t = useTranslations("topic.deleted");
  return (
    <Note
      tone="warn"
      icon={IconTrash}
      title={t("title", { topic: name.topic })}
      action={<StaleNote asOf={asOf} />}
      alert
    >
      <p>
        {t("text")} <TextLink href={paths.topics(name.clusterId)}>{t("action")}</TextLink>
      </p>
    </Note>
  );
}

function useNearby({ clusterId, topic }: TopicName): string[] {
  const { data } = useQuery(topicsQuery(clusterId, TopicListQuery.parse({ search: topic.slice(0, 249), pageSize: 5 })));
  return data?.closest ? [data.closest] : (data?.items.map((item) => item.name) ?? []);
}

/** TopicNotFound says that there is no topic of that name, and offers the nearest names. */
export function TopicNotFound({ name }: { name: TopicName }) {
  const t = useTranslations("topic.notFound");
  const nearby = useNearby(name);
  return (
    <Stack>
      <PageHeader title={name.topic} />
      <Card>
        <EmptyState
          title={t("title", { topic: name.topic })}
          action={<LinkButton href={paths.topics(name.clusterId)}>{t("action")}</LinkButton>}
        >
          <p>{t("text")}</p>
          {nearby.length === 0 ? null : (
            <p>
              {t("nearby")}{" "}
              {nearby.map((topic, index) => (
                <span key={topic}>
                  {index > 0 ? ", " : null}
                  <TextLink href={paths.topic(name.clusterId, topic)}>{topic}</TextLink>
                </span>
              ))}
            </p>
          )}
        </EmptyState>
      </Card>
    </Stack>
  );
}
