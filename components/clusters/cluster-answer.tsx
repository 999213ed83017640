"use client";

import type { ReactNode } from "react";
import type { ElementError } from "@/lib/api/common.ts";
import { QueryState } from "@/components/ui/query-state.tsx";
import classes from "./cluster-answer.module.css";
import { ClusterErrors, useSilence } from "./cluster-errors.tsx";

type Answer = { asOf: string; errors: readonly ElementError[] };
type AnswerQuery<Data> = { data: Data | undefined; error: unknown; refetch: () => unknown };

type ClusterAnswerProps<Data> = {
  clusterId: string;
  query: AnswerQuery<Data>;
  /** The page's own shape while nothing has come yet. */
  pending: ReactNode;
  children: (data: Data) => ReactNode;
};

/** ClusterAnswer shows what a read of a cluster answered: its shape while pending, why it failed, what of it could not be read; values that are not current are dimmed. */
export function ClusterAnswer<Data extends Answer>({ clusterId, query, pending, children }: ClusterAnswerProps<Data>) {
  const silence = useSilence(clusterId, query.data?.errors);
  const stale = silence !== undefined || Boolean(query.error);
  return (
    <QueryState query={query} pending={pending}>
      {(data) => (
        <>
          <ClusterErrors clusterId={clusterId} answer={data} />
          <div className={classes.values} data-stale={stale || undefined}>
            {children(data)}
          </div>
        </>
      )}
    </QueryState>
  );
}
