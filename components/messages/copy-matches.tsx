"use client";

import { ActionIcon } from "@mantine/core";
import { IconArrowForwardUp } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCluster } from "@/components/layout/use-cluster.ts";
import { CopyToTopicDialog } from "@/components/produce/copy-to-topic-dialog.tsx";
import { ICON } from "@/components/ui/icon.ts";
import type { CopySelection } from "@/lib/api/copy.ts";
import type { MessagesSearch } from "@/lib/api/messages.ts";
import { useMessages } from "./messages-context.tsx";

/** toSelection is all that a search matches, from the log's begin unless the search says where from. */
export function toSelection({
  start,
  end,
  partitions,
  contains,
  caseSensitive,
  key,
  keyAs,
  header,
  filter,
}: MessagesSearch) {
  const scan = {
    start: start ?? "oldest",
    ...(end !== undefined && end !== "never" && { end }),
    ...(partitions && { partitions }),
    ...(contains && { contains }),
    ...(caseSensitive === "true" && { caseSensitive: "true" as const }),
    ...(key && { key }),
    ...(header && { header }),
    ...(filter && { filter }),
    ...(keyAs && { keyAs: keyAs as "auto" }),
  };
  return { scan } satisfies CopySelection;
}

/** CopyMatchesButton copies all that the scan matches to another topic: to bring a dead-letter topic's records back, for one. Not there when the cluster is read-only. */
export function CopyMatchesButton() {
  const t = useTranslations("produce.copy");
  const { name, search } = useMessages();
  const [opened, setOpened] = useState(false);
  const readOnly = useCluster()?.readOnly ?? true;
  if (readOnly) return null;
  return (
    <>
      <ActionIcon aria-label={t("button")} data-tip={t("button")} onClick={() => setOpened(true)}>
        <IconArrowForwardUp {...ICON} />
      </ActionIcon>
      <CopyToTopicDialog {...name} selection={toSelection(search)} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}
