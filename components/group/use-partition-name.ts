"use client";

import { useTranslations } from "next-intl";
import type { PartitionKey } from "./chosen-partition.ts";

/** usePartitionName names a partition of a group: p3, with its topic when the group reads more than one. */
export function usePartitionName(all: readonly PartitionKey[]): (key: PartitionKey) => string {
  const t = useTranslations("group.outlook");
  const several = all.some(({ topic }) => topic !== all[0]?.topic);
  return ({ topic, partition }) =>
    several ? t("partitionOf", { partition: String(partition), topic }) : `p${partition}`;
}
