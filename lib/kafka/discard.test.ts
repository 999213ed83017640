import { describe, expect, test } from "vitest";
import { discard, discardOnceAll } from "./discard.ts";

describe("discard", () => {
  test("frees a buffer that has its memory for itself", () => {
    const bytes = Buffer.alloc(1024 * 1024, 1);
    discard(bytes);
    expect(bytes.buffer.byteLength).toBe(0);
  });

  test("leaves a small one, whose memory others share", () => {
    const other = Buffer.from("other");
    discard(Buffer.from("small"));
    expect(other.toString()).toBe("other");
  });
});

test("what is shared is freed when each of its parts is, told twice or not", () => {
  const bytes = Buffer.alloc(1024 * 1024, 1);
  const [one, other] = discardOnceAll(bytes, 2);
  one!();
  one!();
  expect(bytes.length).toBe(1024 * 1024);
  other!();
  expect(bytes.length).toBe(0);
});
