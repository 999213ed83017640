"use client";

import { IconMoon } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { Topic } from "@/lib/api/topics.ts";
import { ICON } from "@/components/ui/icon.ts";
import { TextLink } from "@/components/ui/text-link.tsx";
import { paths } from "@/lib/paths.ts";
import classes from "./silent-topics.module.css";

/** SilentTopics names the topics that were written to within the hour and no longer are; nothing when there is none. */
export function SilentTopics({ clusterId, topics }: { clusterId: string; topics: readonly Topic[] }) {
  const t = useTranslations("overview");
  if (topics.length === 0) return null;
  return (
    <p className={classes.silent}>
      <IconMoon {...ICON} />
      {t("topics.silent")}
      {topics.map(({ name }) => (
        <Fragment key={name}>
          {" "}
          <TextLink href={paths.topic(clusterId, name)}>{name}</TextLink>
        </Fragment>
      ))}
    </p>
  );
}
