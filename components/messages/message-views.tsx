"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { Stack } from "@/components/ui/columns.tsx";
import { currentTab } from "@/components/ui/current-tab.ts";
import { paths } from "@/lib/paths.ts";
import classes from "./message-views.module.css";

/** MessageViews is the row of links to the views of a topic's messages, over the one in view. */
export function MessageViews({ name: { clusterId, topic }, children }: { name: TopicName; children: ReactNode }) {
  const t = useTranslations("messages.views");
  const views = [
    { href: paths.topicMessages(clusterId, topic), label: t("search") },
    { href: paths.topicKey(clusterId, topic), label: t("key") },
    { href: paths.topicLatest(clusterId, topic), label: t("latest") },
    { href: paths.topicDuplicates(clusterId, topic), label: t("duplicates") },
    { href: paths.topicCompare(clusterId, topic), label: t("compare") },
  ];
  const current = currentTab(views, usePathname());
  return (
    <Stack>
      <nav className={classes.views} aria-label={t("label")}>
        <ul className={classes.list}>
          {views.map((view) => (
            <li key={view.href}>
              <Link className={classes.view} href={view.href} aria-current={view === current ? "page" : undefined}>
                {view.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Stack>
  );
}
