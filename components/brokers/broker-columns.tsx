"use client";

import { useTranslations } from "next-intl";
import type { Broker } from "@/lib/api/brokers.ts";
import { Bytes, Count } from "@/components/ui/figures.tsx";
import type { Column } from "@/components/ui/data-table.tsx";
import { Status } from "@/components/ui/status.tsx";
import { NoValue } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import { isOutlier, type Measure, skewOf } from "./balance.ts";
import { ControllerMark } from "./controller-mark.tsx";
import { DiskCell } from "./disk-cell.tsx";
import { InSync } from "./in-sync.tsx";
import { WithSkew } from "./skew.tsx";

/** addressOf is where a broker listens, as it says itself; null for one that the cluster does not know at present. */
export function addressOf({ host, port }: Pick<Broker, "host" | "port">): string | null {
  return host === null || port === null ? null : `${host}:${port}`;
}

/** useUnknownReason says why a field of a broker is not known, in words. */
export function useUnknownReason() {
  const { titleOf } = useProblem();
  return (broker: Broker, field: string): string => titleOf(broker.unknown[field] ?? "UNREACHABLE");
}

function Compared({ broker, measure }: { broker: Broker; measure: Measure }) {
  const reasonOf = useUnknownReason();
  const ratio = skewOf(broker, measure);
  const figure =
    measure === "logSize" ? (
      <Bytes value={broker.logSizeBytes} reason={reasonOf(broker, "logSizeBytes")} />
    ) : (
      <Count value={broker[measure]} />
    );
  return (
    <WithSkew ratio={ratio} outlier={isOutlier(broker, measure)}>
      {figure}
    </WithSkew>
  );
}

function useIdentity(): Column<Broker>[] {
  const t = useTranslations("brokers");
  return [
    {
      id: "brokerId",
      header: t("broker"),
      sortable: true,
      width: 96,
      render: (broker) => String(broker.brokerId),
      extra: (broker) => (broker.controller ? <ControllerMark /> : null),
    },
    { id: "status", header: t("status"), render: (broker) => <Status status={broker.status} /> },
    { id: "address", header: t("address"), render: (broker) => <Address broker={broker} />, hideBelow: 760 },
    { id: "rack", header: t("rack"), sortable: true, render: (broker) => broker.rack ?? <NoValue />, hideBelow: 760 },
  ];
}

function Address({ broker }: { broker: Broker }) {
  const address = addressOf(broker);
  return address === null ? <NoValue /> : <code>{address}</code>;
}

/** useBrokerColumns is the columns of the table of brokers; those that compare say beside the figure how far it is from the mean. */
export function useBrokerColumns(): Column<Broker>[] {
  const t = useTranslations("brokers");
  const format = useFormat();
  const reasonOf = useUnknownReason();
  const compared = (id: string, measure: Measure): Column<Broker> => ({
    id,
    header: t(`balance.${measure}`),
    headerHint: t("comparedHint"),
    align: "right",
    sortable: true,
    render: (broker) => <Compared broker={broker} measure={measure} />,
  });
  return [
    ...useIdentity(),
    compared("leaders", "leaders"),
    {
      id: "preferredLeaders",
      header: t("preferred"),
      headerHint: t("preferredHint"),
      align: "right",
      render: (broker) => format.count(broker.preferredLeaders),
    },
    compared("replicas", "replicas"),
    { id: "inSync", header: t("inSync"), align: "right", render: (broker) => <InSync broker={broker} /> },
    compared("logSizeBytes", "logSize"),
    {
      id: "disk",
      header: t("diskUsed"),
      headerHint: t("diskUsedHint"),
      align: "right",
      width: 150,
      render: (broker) => (
        <DiskCell
          totalBytes={broker.diskTotalBytes}
          usableBytes={broker.diskUsableBytes}
          reason={reasonOf(broker, "diskTotalBytes")}
        />
      ),
    },
  ];
}
