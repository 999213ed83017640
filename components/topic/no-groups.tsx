"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@mantine/core";
import { useCluster } from "@/components/layout/use-cluster.ts";
import { CommandLine } from "@/components/ui/command-line.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import type { TopicName } from "./topic-name.ts";
import classes from "./topic.module.css";

function Command({ name }: { name: TopicName }) {
  const servers = useCluster()?.bootstrapServers.join(",") ?? "";
  return (
    <div className={classes.command}>
      <CommandLine
        lines={[
          ["kafka-console-consumer.sh"],
          ["--bootstrap-server ", { value: servers }],
          ["--topic ", { value: name.topic }],
          ["--group ", { value: `${name.topic}-reader` }],
        ]}
      />
    </div>
  );
}

/** NoGroups says that no group reads the topic, and shows how one would. */
export function NoGroups({ name }: { name: TopicName }) {
  const t = useTranslations("topic.groups.none");
  const [open, setOpen] = useState(false);
  return (
    <EmptyState
      title={t("title")}
      action={open ? <Command name={name} /> : <Button onClick={() => setOpen(true)}>{t("action")}</Button>}
    >
      {t("text")}
    </EmptyState>
  );
}
