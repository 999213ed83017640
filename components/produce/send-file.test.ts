import { describe, expect, test } from "vitest";
import { ApiError } from "@/lib/api/client.ts";
import type { ProduceInput, ProduceResult } from "@/lib/api/produce.ts";
import { type FileJob, type FileProgress, sendFile } from "./send-file.ts";

const written = { partition: 0, offset: "0", timestamp: 0, size: 1, error: null };
const valueOf = (record: ProduceInput["records"][number]) => (typeof record.value === "string" ? record.value : "");

function refusal(status: number, errors: { path: string; message: string }[] = []): ApiError {
  const code = status === 400 ? "INVALID" : "UNREACHABLE";
  return new ApiError({
    type: "about:blank",
    title: "Refused",
    status,
    code,
    detail: "Refused.",
    requestId: "",
    errors,
  });
}

// A server that refuses "bad" before it writes anything, fails to write "late", and is gone at "gone".
function server() {
  const log: string[][] = [];
  const send = (input: ProduceInput): Promise<ProduceResult> => {
    const values = input.records.map(valueOf);
    const bad = values.flatMap((value, at) =>
      value === "bad" ? [{ path: `records.${at}.value`, message: "bad" }] : [],
    );
    if (bad.length > 0) return Promise.reject(refusal(400, bad));
    if (values.includes("gone")) return Promise.reject(refusal(503));
    log.push(values);
    const error = { code: "TIMEOUT", message: "late", unsure: true };
    const results = values.map((value) =>
      value === "late" ? { ...written, offset: null, timestamp: null, error } : written,
    );
    return Promise.resolve({ results } as ProduceResult);
  };
  return { log, send };
}

async function run(text: string, part: Partial<FileJob> = {}) {
  const { log, send } = server();
  let last: FileProgress | null = null;
  const error = await sendFile({
    file: new Blob([text]),
    csv: false,
    fromLine: 1,
    options: { partitions: true, timestamps: true, emptyIsNull: false },
    request: {},
    send,
    onProgress: (progress) => (last = progress),
    signal: new AbortController().signal,
    ...part,
  }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { log, error, progress: last as FileProgress | null };
}

const line = (value: string) => JSON.stringify({ value });

describe("writing a file", () => {
  test("each line is written or among the failures", async () => {
    const { log, progress } = await run([line("a"), "{", line("bad"), line("late"), line("b")].join("\n"));
    expect(log).toEqual([["a", "late", "b"]]);
    expect(progress?.written).toBe(2);
    expect(progress?.failures.map(({ line: at, unsure }) => [at, unsure])).toEqual([
      [2, false],
      [3, false],
      [4, true],
    ]);
    expect(progress?.nextLine).toBe(6);
  });

  test("a long file goes in requests of 1000, in order", async () => {
    const { log } = await run(Array.from({ length: 2500 }, (_, at) => line(at.toString())).join("\n"));
    expect(log.map((values) => values.length)).toEqual([1000, 1000, 500]);
    expect(log.flat()).toEqual(Array.from({ length: 2500 }, (_, at) => String(at)));
  });

  test("a server that is gone ends it; the lines of that request are among the failures, and it can go on behind them", async () => {
    const lines = [...Array.from({ length: 1000 }, (_, at) => line(at.toString())), line("gone"), line("x")];
    const { log, error, progress } = await run(lines.join("\n"));
    expect(error).toBeInstanceOf(ApiError);
    expect(log).toHaveLength(1);
    expect(progress?.failures.map(({ line: at, unsure }) => [at, unsure])).toEqual([
      [1001, true],
      [1002, true],
    ]);
    const rest = await run([...lines, line("last")].join("\n"), { fromLine: progress!.nextLine });
    expect(rest.log).toEqual([["last"]]);
  });

  test("stopped, nothing more is sent", async () => {
    const stop = new AbortController();
    const { log } = await run(Array.from({ length: 3000 }, (_, at) => line(at.toString())).join("\n"), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(log).toHaveLength(1);
  });

  test("a CSV names its columns first, and goes on from a later line with them", async () => {
    const csv = "key,value\nk,a\nl,b\n";
    expect((await run(csv, { csv: true })).log).toEqual([["a", "b"]]);
    expect((await run(csv, { csv: true, fromLine: 3 })).log).toEqual([["b"]]);
    expect((await run("a,b\n1,2", { csv: true })).error).toMatchObject({
      message: expect.stringMatching(/no column a/),
    });
  });
});
