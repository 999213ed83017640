import { describe, expect, it } from "vitest";
import type { GroupPartition } from "@/lib/api/groups.ts";
import { anomalyFigures, splitAnomalies } from "./anomalies.ts";

const row: GroupPartition = {
  topic: "orders",
  partition: 3,
  memberId: null,
  clientId: null,
  host: null,
  committedOffset: "120",
  logStartOffset: "300",
  lastStableOffset: "980",
  endOffset: "1000",
  lag: "700",
  lagAtMost: false,
  lost: "180",
  anomalies: ["below-log-start", "open-transaction"],
  metadata: null,
};

describe("anomalies of a partition", () => {
  it("stand beside a lag that is known", () => {
    expect(splitAnomalies(row)).toEqual({ instead: null, beside: ["below-log-start", "open-transaction"] });
  });

  it("stand in place of a lag that is not, the first that explains it", () => {
    const unread: GroupPartition = { ...row, lag: null, anomalies: ["no-commit", "no-leader"] };
    expect(splitAnomalies(unread)).toEqual({ instead: "no-commit", beside: ["no-leader"] });
  });

  it("leave an open transaction beside “no commit”", () => {
    const uncommitted: GroupPartition = { ...row, lag: null, anomalies: ["no-commit", "open-transaction"] };
    expect(splitAnomalies(uncommitted)).toEqual({ instead: "no-commit", beside: ["open-transaction"] });
  });

  it("count what kafka-consumer-groups.sh counts: deleted records too", () => {
    expect(anomalyFigures(row)).toMatchObject({ lost: 180n, toolLag: 880n, blocked: 20n });
  });

  it("say how far a commit lies beyond the end, as a negative lag there", () => {
    const beyond = anomalyFigures({ ...row, committedOffset: "1500", lag: "0", lost: "0" });
    expect(beyond).toMatchObject({ beyond: 500n, toolLag: -500n });
  });

  it("has no differences where an offset is not known", () => {
    const unread = anomalyFigures({ ...row, endOffset: null, lastStableOffset: null });
    expect(unread).toMatchObject({ end: null, beyond: null, blocked: null, toolLag: null });
  });
});
