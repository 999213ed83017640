import type { CompareFinding, CompareProgress, CompareTotals, KeyKind } from "@/lib/api/compare.ts";

/** FindingKind is every kind of key but the same. */
export type FindingKind = Exclude<KeyKind, "same">;

/** findingKinds orders kinds as a page shows them: what is lost first. */
export const findingKinds = ["missing", "changed", "extra", "repeated", "reordered"] as const satisfies FindingKind[];

/** CompareResult is what came of a comparison so far. */
export type CompareResult = {
  progress: CompareProgress | null;
  totals: CompareTotals | null;
  findings: readonly CompareFinding[];
};

/** noComparison is a comparison of which nothing has come yet. */
export const noComparison: CompareResult = { progress: null, totals: null, findings: [] };

/** addCompareLine takes in a line of a comparison. */
export function addCompareLine(
  result: CompareResult,
  line: CompareProgress | CompareTotals | CompareFinding,
): CompareResult {
  if (line.type === "progress") return { ...result, progress: line };
  if (line.type === "totals") return { ...result, totals: line };
  return { ...result, findings: [...result.findings, line] };
}

/** countDiffering counts the keys of which both sides do not have the same, and the records without a key that only one side has. */
export function countDiffering({ kinds, missing, extra, more, fewer, keys }: CompareTotals): {
  keys: number;
  records: number;
} {
  return { keys: keys - kinds.same.keys, records: missing + extra + more + fewer };
}
