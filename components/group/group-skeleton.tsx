"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card.tsx";
import { DataTable } from "@/components/ui/data-table.tsx";
import { Kpi, KpiStrip } from "@/components/ui/kpi.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { usePartitionColumns } from "./partition-columns.tsx";
import classes from "./group-page.module.css";

const kpis = ["lag", "largest", "lost", "withoutCommit", "members"] as const;

/** GroupSkeleton is a group's page in its own shape, while nothing of the group is known but its name. */
export function GroupSkeleton({ clusterId, groupId }: { clusterId: string; groupId: string }) {
  const t = useTranslations("group");
  const columns = usePartitionColumns({
    clusterId,
    type: "classic",
    view: "topic",
    max: "0",
    owned: true,
    losing: false,
    odd: false,
  });
  return (
    <>
      <PageHeader title={groupId} copy />
      <KpiStrip label={t("kpis.label")}>
        {kpis.map((kpi) => (
          <Kpi key={kpi} label={t(`kpis.${kpi}`)} value={<span className={classes.bone} />} />
        ))}
      </KpiStrip>
      <Card title={t("partitions.title")} flush>
        <DataTable
          bare
          label={t("partitions.table", { group: groupId })}
          columns={columns}
          rows={undefined}
          getRowId={() => ""}
          loading
        />
      </Card>
    </>
  );
}
