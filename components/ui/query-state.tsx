"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ErrorNote } from "./error-note.tsx";
import classes from "./query-state.module.css";

type QueryLike<Data> = { data: Data | undefined; error: unknown; refetch: () => unknown };

type QueryStateProps<Data> = {
  query: QueryLike<Data>;
  /** Stands while nothing has come yet; without it the place stays empty. */
  pending?: ReactNode;
  children: (data: Data) => ReactNode;
};

/** QueryState shows a query's data; until it came `pending`, and when the last read failed the reason, above the values that stay. */
export function QueryState<Data>({ query, pending, children }: QueryStateProps<Data>) {
  const t = useTranslations("common");
  const failure = query.error ? <ErrorNote error={query.error} onRetry={() => query.refetch()} /> : null;
  if (query.data === undefined) {
    return (
      failure ?? (
        <div className={classes.pending} aria-busy="true">
          {pending ?? <span className="hw-hidden">{t("loading")}</span>}
        </div>
      )
    );
  }
  return (
    <div className={classes.state}>
      {failure}
      {children(query.data)}
    </div>
  );
}
