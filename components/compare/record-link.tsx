"use client";

import { useTranslations } from "next-intl";
import { recordId } from "@/components/messages/messages-search.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { TextLink } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { paths } from "@/lib/paths.ts";

/** RecordLink names a record by partition and offset, and leads to it among its topic's messages. */
export function RecordLink({
  name: { clusterId, topic },
  place,
}: {
  name: TopicName;
  place: { partition: number; offset: string };
}) {
  const t = useTranslations("compare");
  const format = useFormat();
  const search = { start: `offset:${place.offset}`, partitions: place.partition, record: recordId(place) };
  return (
    <TextLink href={paths.topicMessages(clusterId, topic, search)}>
      <span className="hw-figure">
        {t("place", { partition: place.partition, offset: format.exact(place.offset) })}
      </span>
    </TextLink>
  );
}
