import "server-only";
import type { CopyRequest } from "../api/copy.ts";
import type { CopyJobInput } from "../scan/jobs/copy.ts";
import type { ReadPlan } from "../scan/log-reader.ts";
import type { ClusterState } from "./cluster-state.ts";
import { checkFilter } from "./messages.ts";
import { planRanges, type ScanWhere } from "./messages-plan.ts";

type Selection = CopyRequest["selection"];
type Single = Extract<Selection, { records: unknown }>["records"];

const everything = { contains: "", caseSensitive: false, keyAs: "auto", header: "", filter: "" } as const;

function offsetsOf(records: Single): Map<number, Set<bigint>> {
  const byPartition = Map.groupBy(records, ({ partition }) => partition);
  return new Map(
    [...byPartition].map(([partition, of]) => [partition, new Set(of.map(({ offset }) => BigInt(offset)))]),
  );
}

function least(offsets: Iterable<bigint>): bigint {
  return [...offsets].reduce((one, other) => (one < other ? one : other));
}

function most(offsets: Iterable<bigint>): bigint {
  return [...offsets].reduce((one, other) => (one > other ? one : other));
}

// From the first of a partition's chosen records to the last.
function narrow(plan: ReadPlan, offsets: Map<number, Set<bigint>>): ReadPlan {
  const ranges = plan.ranges.map((range) => {
    const chosen = offsets.get(range.partition)!;
    const [first, last] = [least(chosen), most(chosen) + 1n];
    const from = first > range.from ? first : range.from;
    const to = range.to !== null && last < range.to ? last : range.to;
    return { ...range, from, to: to !== null && to < from ? from : to };
  });
  return { ...plan, ranges };
}

/** CopyPlan is what is read for a copy, and whether its filter is an expression. */
export type CopyPlan = { state: ClusterState; input: CopyJobInput; filtering: boolean };

/** planCopy finds out where the records of a selection stand now. Throws KafkaError NOT_FOUND, InputError. */
export async function planCopy(
  clusterId: string,
  topic: string,
  selection: Selection,
  count: boolean,
): Promise<CopyPlan> {
  if ("records" in selection) {
    const offsets = offsetsOf(selection.records);
    const where: ScanWhere = {
      start: "oldest",
      end: "now",
      partitions: [...offsets.keys()],
      isolation: "read_committed",
    };
    const { state, plan, failures } = await planRanges(clusterId, topic, where);
    return {
      state,
      filtering: false,
      input: { plan: narrow(plan, offsets), failures, match: everything, offsets, count },
    };
  }
  const { scan } = selection;
  checkFilter(scan.filter);
  const where = {
    ...scan,
    start: scan.start === "newest" ? "oldest" : scan.start,
    end: scan.end === "never" ? "now" : scan.end,
  };
  const { state, plan, failures } = await planRanges(clusterId, topic, where);
  const { contains, caseSensitive, key, keyAs, header, filter } = scan;
  const match = { contains, caseSensitive, ...(key !== undefined && { key }), keyAs, header, filter };
  return { state, filtering: filter !== "", input: { plan, failures, match, offsets: null, count } };
}
