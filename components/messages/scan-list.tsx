"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { useHoldRefresh } from "@/components/layout/refresh.tsx";
import { useCluster } from "@/components/layout/use-cluster.ts";
import { EmptyState, NothingMatches } from "@/components/ui/empty-state.tsx";
import { LinkButton } from "@/components/ui/link-button.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { MessageRecord } from "@/lib/api/messages.ts";
import { paths } from "@/lib/paths.ts";
import { CellMenu } from "./cell-menu.tsx";
import { filterPaths } from "./json-path.ts";
import { useMessages } from "./messages-context.tsx";
import classes from "./messages.module.css";
import { isFiltered, noFilters } from "./messages-search.ts";
import { NewRows } from "./new-rows.tsx";
import { ProgressLine } from "./progress-line.tsx";
import { useRecordColumns, useRecordTime } from "./record-columns.tsx";
import { type CellPoint, RecordsTable } from "./records-table.tsx";
import { isFollowing } from "./scan-state.ts";
import { CopyMatchesButton } from "./copy-matches.tsx";
import { ColumnsButton, ExportButton } from "./table-tools.tsx";
import type { Look } from "./value-preview.tsx";

const TODAY_LENGTH = 12;

function Nothing() {
  const t = useTranslations("messages.empty");
  const { name, url, change } = useMessages();
  const readOnly = useCluster()?.readOnly ?? true;
  const narrowed = isFiltered(url) || url.partitions !== "" || url.start !== "newest" || url.end !== "now";
  if (narrowed) {
    const what = url.filter || url.contains || url.key || url.header;
    const clear = () => change({ ...noFilters, start: null, end: null });
    return <NothingMatches title={what ? t("nothing", { what }) : t("nothingHere")} onClear={clear} />;
  }
  const action = readOnly ? null : (
    <LinkButton href={paths.topicProduce(name.clusterId, name.topic)}>{t("produce")}</LinkButton>
  );
  return (
    <EmptyState title={t("title")} action={action}>
      <p>{t("text")}</p>
    </EmptyState>
  );
}

function useLook(): Look {
  const { url } = useMessages();
  const { filter, contains, caseSensitive } = url;
  return useMemo(
    () => ({ first: filterPaths(filter), needle: { text: contains, caseSensitive } }),
    [filter, contains, caseSensitive],
  );
}

// New rows wait while the reader has paused, or looks at others.
function useHolding() {
  const { scan } = useMessages();
  const [paused, setPaused] = useState(false);
  const [away, setAway] = useState(false);
  const following = isFollowing(scan.state);
  const held = following && (paused || away);
  const { hold } = scan;
  const isHeld = scan.state.held;
  useEffect(() => {
    if (held !== isHeld) hold(held);
  }, [held, isHeld, hold]);
  return { paused, setPaused, setAway, held };
}

/** ScanList is the scan's progress over its records. */
export function ScanList({ onOpen }: { onOpen: (record: MessageRecord) => void }) {
  const t = useTranslations("messages");
  const format = useFormat();
  const { name, url, scan } = useMessages();
  const [menu, setMenu] = useState<CellPoint | null>(null);
  const { paused, setPaused, setAway, held } = useHolding();
  const time = useRecordTime();
  const look = useLook();
  const { state } = scan;
  const { records, waiting, newestFirst, stale, status } = state;
  const following = isFollowing(state);
  const ends = [records[0], records.at(-1)].filter((record) => record !== undefined);
  const dated = ends.some(({ timestamp }) => time(timestamp).length > TODAY_LENGTH);
  const columns = useRecordColumns(url.columns, dated);
  const busy = status === "running" && !following;
  useHoldRefresh(busy);
  const none = records.length === 0 && waiting.length === 0;
  const ended = !busy && status !== "failed";
  const show = () => {
    setPaused(false);
    setAway(false);
  };
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <ProgressLine paused={paused} onPause={setPaused} />
        <div className={classes.tools}>
          <ColumnsButton />
          <CopyMatchesButton />
          <ExportButton />
        </div>
      </div>
      {waiting.length > 0 ? <NewRows count={format.exact(waiting.length)} atEnd={!newestFirst} onShow={show} /> : null}
      {none && ended ? (
        following ? (
          <EmptyState title={t("empty.waiting")} />
        ) : (
          <Nothing />
        )
      ) : none && status === "failed" ? null : (
        <RecordsTable
          label={t("label", { topic: name.topic })}
          records={records}
          columns={columns}
          look={look}
          busy={busy}
          stale={stale}
          openId={url.record}
          tail={following && !newestFirst}
          follow={!held}
          onOpen={onOpen}
          onMenu={setMenu}
          onAway={setAway}
        />
      )}
      <CellMenu point={menu} onClose={() => setMenu(null)} />
    </div>
  );
}
