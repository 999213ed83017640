"use client";

import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import type { BrokerDetail, LogDir } from "@/lib/api/brokers.ts";
import { Card } from "@/components/ui/card.tsx";
import { CopyName } from "@/components/ui/copy-button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Facts } from "@/components/ui/facts.tsx";
import { StatusBadge } from "@/components/ui/status-badge.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { DiskCell } from "./disk-cell.tsx";
import classes from "./log-dirs.module.css";

const bold = { b: (text: ReactNode) => <b>{text}</b> };

type Fact = "replicas" | "logs" | "usable" | "total";

function useFacts(dir: LogDir): ReactNode[] {
  const t = useTranslations("brokers");
  const format = useFormat();
  const fact = (key: Fact, values: Record<string, string | number>) => (
    <Fragment key={key}>{t.rich(`dirs.${key}`, { ...bold, ...values })}</Fragment>
  );
  return [
    fact("replicas", { count: dir.replicas, shown: format.count(dir.replicas) }),
    fact("logs", { size: format.bytes(dir.sizeBytes) }),
    dir.usableBytes === null ? null : fact("usable", { size: format.bytes(dir.usableBytes) }),
    dir.totalBytes === null ? null : fact("total", { size: format.bytes(dir.totalBytes) }),
  ];
}

function Dir({ dir }: { dir: LogDir }) {
  const t = useTranslations("brokers");
  const facts = useFacts(dir);
  return (
    <li className={classes.dir}>
      <div className={classes.line}>
        <CopyName name={dir.path}>
          <code>{dir.path}</code>
        </CopyName>
        {dir.error === null ? (
          <StatusBadge tone="ok">{t("dirs.usableWord")}</StatusBadge>
        ) : (
          <StatusBadge tone="crit">{dir.error}</StatusBadge>
        )}
      </div>
      <Facts items={facts} />
      <DiskCell totalBytes={dir.totalBytes} usableBytes={dir.usableBytes} reason={t("dirs.totalUnknown")} />
    </li>
  );
}

/** LogDirs is a broker's log directories: whether each can be used, what lies in it, and how full its disk is. */
export function LogDirs({ detail: { logDirs, broker } }: { detail: BrokerDetail }) {
  const t = useTranslations("brokers");
  return (
    <Card flush title={t("dirs.title")}>
      {logDirs ? (
        <ul className={classes.dirs}>
          {logDirs.map((dir) => (
            <Dir key={dir.path} dir={dir} />
          ))}
        </ul>
      ) : (
        <EmptyState title={t("dirs.unknown")}>{t(broker.status === "down" ? "dirs.down" : "dirs.silent")}</EmptyState>
      )}
    </Card>
  );
}
