import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { jsonAnswer } from "./json-answer.ts";

const large = { items: Array.from({ length: 200 }, (_, index) => ({ name: `topic-${index}` })) };
const ask = (accept?: string) =>
  new Request("http://127.0.0.1/api", { headers: accept === undefined ? {} : { "accept-encoding": accept } });

describe("an answer", () => {
  const cases: [sentence: string, accept: string | undefined, value: unknown, encoding: string | null][] = [
    ["is compressed when it is large and the client takes gzip", "gzip, deflate, br", large, "gzip"],
    ["is not when the client names no encoding", undefined, large, null],
    ["is not when the client refuses gzip", "gzip;q=0, br", large, null],
    ["is when the client only prefers another", "br, gzip;q=0.5", large, "gzip"],
    ["is not when it is small", "gzip", { name: "orders" }, null],
    ["may be null", "gzip", null, null],
  ];

  test.each(cases)("%s", async (_, accept, value, encoding) => {
    const answer = jsonAnswer(ask(accept), value, { "x-request-id": "r1" });
    expect(answer.headers.get("content-encoding")).toBe(encoding);
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(answer.headers.get("x-request-id")).toBe("r1");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(JSON.parse((encoding ? gunzipSync(bytes) : bytes).toString())).toEqual(value);
  });

  test("that is given again is the same, compressed or not", async () => {
    const texts = await Promise.all(
      ["gzip", "", "gzip"].map(async (accept) => {
        const bytes = Buffer.from(await jsonAnswer(ask(accept), large, {}).arrayBuffer());
        return (accept ? gunzipSync(bytes) : bytes).toString();
      }),
    );
    expect(new Set(texts)).toEqual(new Set([JSON.stringify(large)]));
  });
});
