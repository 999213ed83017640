import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./client.ts";
import { readLines, takeLines } from "./lines.ts";

type Line = { text: string };

function answer(body: ReadableStream<Uint8Array> | string, init?: ResponseInit) {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(body, init)));
}

function bytesInPieces(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

async function readAll(signal = new AbortController().signal) {
  const lines: Line[] = [];
  const calls: number[] = [];
  const failure = await readLines<Line>("/x", {
    signal,
    onLines: (more) => {
      calls.push(more.length);
      lines.push(...more);
    },
  }).catch((error: unknown) => error);
  return { lines, calls, failure };
}

afterEach(() => vi.unstubAllGlobals());

describe("takeLines keeps what is cut until its end comes", () => {
  it("joins a line of three pieces", () => {
    const take = takeLines<number[]>();
    expect(take("[1,")).toEqual([]);
    expect(take("2")).toEqual([]);
    expect(take("]\n[3]\n[")).toEqual([[1, 2], [3]]);
  });
});

describe("readLines", () => {
  const three = '{"text":"가나다"}\n{"text":"€uro"}\n{"text":"🌊"}';

  it.each([1, 2, 3, 5, 7, 1000])("reads lines whose characters are cut at every %i bytes", async (size) => {
    answer(bytesInPieces(three, size));
    const { lines, failure } = await readAll();
    expect(failure).toBeUndefined();
    expect(lines.map((line) => line.text)).toEqual(["가나다", "€uro", "🌊"]);
  });

  it("hands the lines of many small pieces over in few calls", async () => {
    const text = Array.from({ length: 2000 }, (_, index) => `{"text":"${index}"}\n`).join("");
    answer(bytesInPieces(text, 40));
    const { lines, calls } = await readAll();
    expect(lines).toHaveLength(2000);
    expect(calls.length).toBeLessThan(100);
  });

  it("throws the problem that the API answers", async () => {
    const problem = {
      type: "about:blank",
      title: "Invalid input",
      status: 400,
      code: "INVALID",
      detail: "",
      requestId: "r1",
      errors: [{ path: "filter", message: "no" }],
    };
    answer(JSON.stringify(problem), { status: 400, headers: { "content-type": "application/problem+json" } });
    const { failure } = await readAll();
    expect(failure).toBeInstanceOf(ApiError);
    expect((failure as ApiError).fields).toEqual([{ path: "filter", message: "no" }]);
  });

  it("hands over what came before the connection broke, then throws UNREACHABLE", async () => {
    let pulls = 0;
    answer(
      new ReadableStream({
        pull(controller) {
          pulls += 1;
          if (pulls === 1) controller.enqueue(new TextEncoder().encode('{"text":"a"}\n{"te'));
          else controller.error(new TypeError("network error"));
        },
      }),
    );
    const { lines, failure } = await readAll();
    expect(lines).toEqual([{ text: "a" }]);
    expect((failure as ApiError).code).toBe("UNREACHABLE");
  });

  it("throws UNREACHABLE when nothing answers", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed")));
    const { failure } = await readAll();
    expect((failure as ApiError).code).toBe("UNREACHABLE");
  });

  it("leaves an abort what it is", async () => {
    const controller = new AbortController();
    controller.abort(new Error("left"));
    vi.stubGlobal("fetch", () => Promise.reject(controller.signal.reason as Error));
    const { failure } = await readAll(controller.signal);
    expect((failure as Error).message).toBe("left");
  });

  it("stops the body when the reader of the lines fails", async () => {
    let cancelled = false;
    answer(
      new ReadableStream({
        pull: (controller) => controller.enqueue(new TextEncoder().encode('{"text":"a"}\n')),
        cancel: () => {
          cancelled = true;
        },
      }),
    );
    const failing = readLines("/x", {
      signal: new AbortController().signal,
      onLines: () => {
        throw new Error("full");
      },
    });
    await expect(failing).rejects.toThrow("full");
    expect(cancelled).toBe(true);
  });
});
