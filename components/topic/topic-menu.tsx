"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconEraser, IconLayoutGridAdd, IconTrash } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AddPartitionsDialog } from "@/components/topic-changes/add-partitions-dialog.tsx";
import { DeleteRecordsDialog } from "@/components/topic-changes/delete-records-dialog.tsx";
import { DeleteTopicDialog } from "@/components/topic-changes/delete-topic-dialog.tsx";
import { ICON } from "@/components/ui/icon.ts";
import { paths } from "@/lib/paths.ts";
import type { TopicName } from "./topic-name.ts";

type Change = "add-partitions" | "delete-records" | "delete-topic";

function Dialogs({ name, change, onClose }: { name: TopicName; change: Change | null; onClose: () => void }) {
  const router = useRouter();
  return (
    <>
      <AddPartitionsDialog {...name} opened={change === "add-partitions"} onClose={onClose} />
      <DeleteRecordsDialog {...name} opened={change === "delete-records"} onClose={onClose} />
      <DeleteTopicDialog
        {...name}
        opened={change === "delete-topic"}
        onClose={onClose}
        onDeleted={() => router.push(paths.topics(name.clusterId))}
      />
    </>
  );
}

/** TopicMenu is the "…" menu of a topic: what changes more than its settings. */
export function TopicMenu({ name }: { name: TopicName }) {
  const t = useTranslations("topic.menu");
  const [change, setChange] = useState<Change | null>(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" aria-label={t("label")}>
            <IconDots {...ICON} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLayoutGridAdd {...ICON} />} onClick={() => setChange("add-partitions")}>
            {t("addPartitions")}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item color="danger" leftSection={<IconEraser {...ICON} />} onClick={() => setChange("delete-records")}>
            {t("deleteRecords")}
          </Menu.Item>
          <Menu.Item color="danger" leftSection={<IconTrash {...ICON} />} onClick={() => setChange("delete-topic")}>
            {t("deleteTopic")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialogs name={name} change={change} onClose={() => setChange(null)} />
    </>
  );
}
