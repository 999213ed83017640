"use client";

import { useTranslations } from "next-intl";
import { Count } from "@/components/ui/figures.tsx";
import { NoValue } from "@/components/ui/unknown.tsx";
import { useProblem } from "@/components/ui/use-problem.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import type { DeleteRecordsResult } from "@/lib/api/topics.ts";
import classes from "./records-table.module.css";

type Row = DeleteRecordsResult["partitions"][number];

const MOST_ROWS = 200;

function Offset({ value }: { value: string | null }) {
  const format = useFormat();
  return value === null ? <NoValue /> : format.exact(value);
}

/** PreviewTable is what is deleted, by partition: log start before and after, records, and why a partition stays as it is. Of very many partitions the first 200 with something to say. */
export function PreviewTable({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations("changes.deleteRecords");
  const { titleOf } = useProblem();
  const telling = rows.filter(({ records, error }) => error !== null || records !== "0");
  const shown = telling.slice(0, MOST_ROWS);
  const more = telling.length - shown.length;
  if (shown.length === 0) return null;
  return (
    <section className={classes.scroll} aria-label={t("previewLabel")} tabIndex={0}>
      <table className={classes.table} aria-label={t("previewLabel")}>
        <thead>
          <tr>
            <th scope="col">{t("partition")}</th>
            <th scope="col" className={classes.number}>
              {t("logStart")}
            </th>
            <th scope="col" className={classes.number}>
              {t("after")}
            </th>
            <th scope="col" className={classes.number}>
              {t("records")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ partition, logStartOffset, after, records, error }) => (
            <tr key={partition}>
              <th scope="row">{partition}</th>
              {error === null ? (
                <>
                  <td className={classes.before}>
                    <Offset value={logStartOffset} />
                  </td>
                  <td className={classes.after}>
                    <Offset value={after} />
                  </td>
                  <td className={classes.number}>
                    <Count value={records} />
                  </td>
                </>
              ) : (
                <td colSpan={3} className={classes.left}>
                  {error === "NO_LEADER" ? t("noLeader") : t("refusedPart", { reason: titleOf(error) })}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? <p className={classes.more}>{t("more", { count: more })}</p> : null}
    </section>
  );
}
