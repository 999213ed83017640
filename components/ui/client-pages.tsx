import { Pager } from "./pager.tsx";

const PAGE_SIZE = 100;

/** pageOf is one page of rows that are all in the browser; a page that is not there is the last one. */
export function pageOf<Row>(rows: readonly Row[], asked: number): { page: number; shown: readonly Row[] } {
  const page = Math.min(Math.max(asked, 1), Math.max(1, Math.ceil(rows.length / PAGE_SIZE)));
  return { page, shown: rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE) };
}

type ClientPagerProps = { label: string; page: number; total: number; onPage: (page: number) => void };

/** ClientPager is the foot of such rows, when they need more than one page. */
export function ClientPager({ label, page, total, onPage }: ClientPagerProps) {
  if (total <= PAGE_SIZE) return null;
  return <Pager label={label} page={page} pageSize={PAGE_SIZE} total={total} onPage={onPage} />;
}
