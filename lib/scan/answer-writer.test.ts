import { expect, test } from "vitest";
import { AnswerWriter } from "./answer-writer.ts";

const line = `${"x".repeat(1023)}\n`;

function writer() {
  const sent: number[] = [];
  return { sent, writer: new AnswerWriter((bytes) => sent.push(bytes.length)) };
}

test("text is sent in pieces of about 64 KB, and the rest with a flush", async () => {
  const { sent, writer: one } = writer();
  for (let index = 0; index < 100; index++) await one.write(line);
  expect(sent).toEqual([64 * 1024]);
  one.flush();
  expect(sent).toEqual([64 * 1024, 36 * 1024]);
});

test("who writes waits once 1 MB has not been taken, until some of it is", async () => {
  const { sent, writer: one } = writer();
  const writing = (async () => {
    for (let index = 0; index < 2048; index++) await one.write(line);
    return "done";
  })();
  await Promise.race([writing, new Promise((resolve) => setImmediate(resolve))]);
  expect(sent).toHaveLength(16);
  one.taken(1024 * 1024);
  await new Promise((resolve) => setImmediate(resolve));
  expect(sent).toHaveLength(32);
  one.taken(1024 * 1024);
  expect(await writing).toBe("done");
});

test("once nobody reads any more, who writes never waits again, and nothing is sent", async () => {
  const { sent, writer: one } = writer();
  const writing = (async () => {
    for (let index = 0; index < 4096; index++) await one.write(line);
    return "done";
  })();
  await new Promise((resolve) => setImmediate(resolve));
  expect(sent).toHaveLength(16);
  one.close();
  expect(await writing).toBe("done");
  one.flush();
  expect(sent).toHaveLength(16);
});
