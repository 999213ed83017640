"use client";

import type { CompareTotals } from "@/lib/api/compare.ts";
import { Note } from "@/components/ui/note.tsx";
import { useVerdict } from "./use-verdict.ts";

/** CompareVerdict says in one sentence whether what came out is what went in, and under it what that rests on. */
export function CompareVerdict({ totals, topics }: { totals: CompareTotals; topics: readonly [string, string] }) {
  const { tone, title, lines } = useVerdict()(totals, { left: topics[0], right: topics[1] });
  return (
    <Note tone={tone} title={title}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Note>
  );
}
