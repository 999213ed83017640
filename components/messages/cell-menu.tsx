"use client";

import { Menu } from "@mantine/core";
import { IconCopy, IconFilter, IconLink, IconListDetails, IconSend } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCluster } from "@/components/layout/use-cluster.ts";
import { copyText } from "@/components/ui/copy-text.ts";
import { ICON } from "@/components/ui/icon.ts";
import { notifyDone, notifyFailed } from "@/components/ui/notices.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { MessageRecord } from "@/lib/api/messages.ts";
import { paths } from "@/lib/paths.ts";
import { comparison, parsePath, valueAt } from "./json-path.ts";
import { jsonOf, leafText } from "./json-value.ts";
import { useMessages } from "./messages-context.tsx";
import { recordId } from "./messages-search.ts";
import { PointMenu } from "./point-menu.tsx";
import { prettyDatum, recordHref, recordJson, withCondition } from "./record-text.ts";
import type { CellPoint } from "./records-table.tsx";

/** useCopyNotice copies text and says in a notice that it did. */
export function useCopyNotice() {
  const t = useTranslations("common");
  return async (text: string) => {
    if (await copyText(text)) notifyDone({ title: t("copied") });
    else notifyFailed({ title: t("notCopied"), message: "" });
  };
}

/** useConditions narrows the scan: by a condition added to the expression, or by other words of the URL. */
export function useConditions() {
  const { url, change } = useMessages();
  return {
    addCondition: (condition: string) => change({ filter: withCondition(url.filter, condition) }),
    only: change,
  };
}

function FilterItems({ record, column }: { record: MessageRecord; column: string }) {
  const t = useTranslations("messages.menu");
  const format = useFormat();
  const { only, addCondition } = useConditions();
  const path = parsePath(column);
  const found = path ? valueAt(jsonOf(record.value), path) : undefined;
  const condition = path && found !== undefined ? comparison(path, found) : null;
  const item = (label: string, onClick: () => void) => (
    <Menu.Item leftSection={<IconFilter {...ICON} />} onClick={onClick}>
      {label}
    </Menu.Item>
  );
  if (condition !== null) return item(t("only", { condition }), () => addCondition(condition));
  if (column === "key" && record.key && !record.key.cut) {
    const key = record.key.data;
    return item(t("onlyKey", { key }), () => only({ key }));
  }
  if (column === "partition")
    return item(t("onlyPartition", { partition: record.partition }), () =>
      only({ partitions: String(record.partition) }),
    );
  if (column === "offset")
    return item(t("fromOffset", { partition: record.partition, offset: format.exact(BigInt(record.offset)) }), () =>
      only({ start: `offset:${record.offset}`, partitions: String(record.partition) }),
    );
  if (column === "time")
    return item(t("fromTime", { time: format.timestamp(record.timestamp) }), () =>
      only({ start: `time:${new Date(record.timestamp).toISOString()}` }),
    );
  return null;
}

function cellText(record: MessageRecord, column: string): string | null {
  const path = parsePath(column);
  if (path) {
    const found = valueAt(jsonOf(record.value), path);
    return found === undefined ? null : leafText(found);
  }
  switch (column) {
    case "key":
      return record.key?.data ?? null;
    case "value":
      return record.value ? prettyDatum(record.value) : null;
    case "time":
      return new Date(record.timestamp).toISOString();
    case "offset":
      return record.offset;
    case "partition":
      return String(record.partition);
    default:
      return String(record.size);
  }
}

function CopyItems({ record, column }: { record: MessageRecord; column: string }) {
  const t = useTranslations("messages.menu");
  const { name } = useMessages();
  const copy = useCopyNotice();
  const text = cellText(record, column);
  const icon = <IconCopy {...ICON} />;
  return (
    <>
      {text === null ? null : (
        <Menu.Item leftSection={icon} onClick={() => void copy(text)}>
          {t("copyCell")}
        </Menu.Item>
      )}
      <Menu.Item leftSection={icon} onClick={() => void copy(recordJson(record))}>
        {t("copyRecord")}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconLink {...ICON} />}
        onClick={() => void copy(new URL(recordHref(name, record), location.href).href)}
      >
        {t("copyLink")}
      </Menu.Item>
    </>
  );
}

/** CellMenu is what can be done with a cell: keep what equals it, copy it, go to its key, produce the record again. */
export function CellMenu({ point, onClose }: { point: CellPoint | null; onClose: () => void }) {
  const t = useTranslations("messages.menu");
  const { name } = useMessages();
  const readOnly = useCluster()?.readOnly ?? true;
  if (!point) return null;
  const { record, column } = point;
  const { clusterId, topic } = name;
  return (
    <PointMenu at={point} label={t("label")} onClose={onClose}>
      <FilterItems record={record} column={column} />
      <CopyItems record={record} column={column} />
      <Menu.Divider />
      {record.key && !record.key.cut ? (
        <Menu.Item
          component={Link}
          href={paths.topicKey(clusterId, topic, { key: record.key.data })}
          leftSection={<IconListDetails {...ICON} />}
        >
          {t("sameKey")}
        </Menu.Item>
      ) : null}
      {readOnly || record.control ? null : (
        <Menu.Item
          component={Link}
          href={paths.topicProduce(clusterId, topic, { from: recordId(record) })}
          leftSection={<IconSend {...ICON} />}
        >
          {t("produceAgain")}
        </Menu.Item>
      )}
    </PointMenu>
  );
}
