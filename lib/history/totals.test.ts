import { describe, expect, test } from "vitest";
import { roundOf, type Told } from "./testing.ts";
import { Counter, type Totals } from "./totals.ts";

const second = 1000;

/** Counts rounds ten seconds apart, and gives what was counted in the last interval. */
function last(...told: Told[]): ReturnType<Counter["count"]> {
  const counter = new Counter(30 * second);
  return told.map((each, index) => counter.count(roundOf((index + 1) * 10 * second, each))).at(-1)!;
}

function numbers(counts: Totals["topic"]): Record<string, number[]> {
  return Object.fromEntries([...counts].map(([name, values]) => [name, [...values]]));
}

const unknown = Number.NaN;

describe("a topic's records", () => {
  const cases: [sentence: string, rounds: Told[], produced: number][] = [
    [
      "are the growth of its ends",
      [
        {
          topics: {
            orders: [
              [0, 5],
              [0, 7],
            ],
          },
        },
        {
          topics: {
            orders: [
              [0, 9],
              [3, 10],
            ],
          },
        },
      ],
      7,
    ],
    ["are not known in the first round", [{ topics: { orders: [[0, 5]] } }], unknown],
    [
      "are not known when an end was not told now",
      [
        {
          topics: {
            orders: [
              [0, 5],
              [0, 7],
            ],
          },
        },
        { topics: { orders: [[0, 9], null] } },
      ],
      unknown,
    ],
    [
      "nor when it was not told before",
      [
        { topics: { orders: [[0, 5], null] } },
        {
          topics: {
            orders: [
              [0, 9],
              [0, 9],
            ],
          },
        },
      ],
      unknown,
    ],
    ["count from nothing in a new topic", [{ topics: {} }, { topics: { orders: [[0, 4]] } }], 4],
    [
      "and in a new partition",
      [
        { topics: { orders: [[0, 5]] } },
        {
          topics: {
            orders: [
              [0, 6],
              [0, 3],
            ],
          },
        },
      ],
      4,
    ],
    [
      "are known to be none while there is no leader",
      [{ topics: { orders: [[0, 5]] } }, { topics: { orders: [null] }, leaders: { orders: [-1] } }],
      0,
    ],
    [
      "go on from the last end when a leader is back",
      [
        { topics: { orders: [[0, 5]] } },
        { topics: { orders: [null] }, leaders: { orders: [-1] } },
        { topics: { orders: [[0, 8]] } },
      ],
      3,
    ],
    ["are not known where an end fell", [{ topics: { orders: [[0, 50]] } }, { topics: { orders: [[0, 3]] } }], unknown],
  ];

  test.each(cases)("%s", (_, rounds, produced) => {
    expect(last(...rounds).totals.topic.get("orders")![0]).toEqual(produced);
  });

  test("that fell are told, with how far", () => {
    const { back } = last(
      {
        topics: {
          orders: [
            [0, 50],
            [0, 9],
          ],
        },
      },
      {
        topics: {
          orders: [
            [0, 3],
            [0, 9],
          ],
        },
      },
    );
    expect(back).toEqual([{ code: "end-back", topic: "orders", partition: 0, from: 50n, to: 3n }]);
  });

  test("are counted for the broker that leads", () => {
    const leaders = { orders: [1, 2] };
    const { totals } = last(
      {
        topics: {
          orders: [
            [0, 5],
            [0, 5],
          ],
        },
        leaders,
      },
      {
        topics: {
          orders: [
            [0, 9],
            [0, 6],
          ],
        },
        leaders,
      },
    );
    expect([totals.broker.get("1")![0], totals.broker.get("2")![0]]).toEqual([4, 1]);
  });

  test("after a pause that is too long count as a gap", () => {
    const counter = new Counter(30 * second);
    counter.count(roundOf(0, { topics: { orders: [[0, 5]] } }));
    const { totals } = counter.count(roundOf(31 * second, { topics: { orders: [[0, 9]] } }));
    expect([totals.since, totals.topic.get("orders")![0]]).toEqual([null, unknown]);
  });
});

describe("a group", () => {
  const before: Told = {
    topics: {
      orders: [
        [0, 10],
        [0, 10],
      ],
    },
    groups: { billing: { orders: [4, 10] } },
  };

  test("is due what was written where it has committed; consumed is by how much its commits moved; lag is what is left", () => {
    const { totals } = last(before, {
      topics: {
        orders: [
          [0, 20],
          [0, 10],
        ],
      },
      groups: { billing: { orders: [9, 10] } },
    });
    expect(numbers(totals.group)).toEqual({ billing: [10, 5, 11] });
    expect([...totals.topic.get("orders")!].slice(0, 3)).toEqual([10, 10, 5]);
  });

  test("two groups make one record due twice", () => {
    const groups = { billing: { orders: [10, 10] }, fraud: { orders: [10, 10] } };
    const { totals } = last(
      { ...before, groups },
      {
        topics: {
          orders: [
            [0, 13],
            [0, 10],
          ],
        },
        groups,
      },
    );
    expect([...totals.topic.get("orders")!].slice(0, 3)).toEqual([3, 6, 0]);
  });

  test("that went back has no count, and it is told", () => {
    const { totals, back } = last(before, { topics: before.topics, groups: { billing: { orders: [1, 10] } } });
    expect(totals.group.get("billing")![1]).toEqual(unknown);
    expect(back).toEqual([
      { code: "commit-back", groupId: "billing", topic: "orders", partition: 0, from: 4n, to: 1n },
    ]);
  });

  test("that could not be read has none, and the topic's sum says so", () => {
    const { totals } = last(before, { ...before, unread: ["billing"] });
    expect([...totals.group.get("billing")!]).toEqual([unknown, unknown, unknown]);
    expect(totals.topic.get("orders")![2]).toEqual(unknown);
  });

  test("begins with its first commit: nothing was counted before it", () => {
    const { totals } = last({ topics: before.topics }, before);
    expect(totals.group.get("billing")!.slice(1)).toEqual(Float64Array.of(0, 6));
  });

  test("whose commits lie below the log start lags from there", () => {
    const { totals } = last({ topics: { orders: [[7, 10]] }, groups: { billing: { orders: [2] } } });
    expect(totals.group.get("billing")![2]).toBe(3);
  });
});

describe("bytes are an estimate", () => {
  test("of how much the leader's log grew for each record", () => {
    const { totals } = last(
      { topics: { orders: [[0, 10]] }, sizes: { orders: [1000] } },
      { topics: { orders: [[0, 20]] }, sizes: { orders: [4000] } },
      { topics: { orders: [[0, 25]] } },
    );
    expect(totals.topic.get("orders")![3]).toBe(5 * 300);
  });

  test("of the mean of what is kept, while there is nothing to compare, or segments went", () => {
    const { totals } = last(
      { topics: { orders: [[10, 20]] }, sizes: { orders: [1000] } },
      { topics: { orders: [[15, 30]] }, sizes: { orders: [100] } },
    );
    expect(totals.topic.get("orders")![3]).toBe(10 * 100);
  });

  test("and not known before any size is", () => {
    const { totals } = last({ topics: { orders: [[0, 10]] } }, { topics: { orders: [[0, 20]] } });
    expect(totals.topic.get("orders")![3]).toEqual(unknown);
  });
});
