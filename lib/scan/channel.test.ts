import { expect, test } from "vitest";
import { Channel } from "./channel.ts";

async function readAll<T>(channel: Channel<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const value of channel) found.push(value);
  return found;
}

test("values come in the order of writing, until the end", async () => {
  const channel = new Channel<number>(10);
  const reading = readAll(channel);
  for (const value of [1, 2, 3]) channel.put(value, 1);
  channel.end();
  expect(await reading).toEqual([1, 2, 3]);
});

test("a writer waits for room until the reader has taken enough", async () => {
  const channel = new Channel<string>(10);
  channel.put("heavy", 10);
  let hasRoom = false;
  const room = channel.room().then(() => (hasRoom = true));
  await Promise.resolve();
  expect(hasRoom).toBe(false);
  const reader = channel[Symbol.asyncIterator]();
  expect((await reader.next()).value).toBe("heavy");
  void reader.next();
  await room;
  expect(hasRoom).toBe(true);
});

test("a failure ends the reader's loop with it, after what was written", async () => {
  const channel = new Channel<number>(10);
  channel.put(1, 1);
  channel.fail(new Error("gone"));
  await expect(readAll(channel)).rejects.toThrow("gone");
});

test("closing drops what waits and lets everybody go", async () => {
  const channel = new Channel<number>(1);
  channel.put(1, 1);
  const room = channel.room();
  channel.close();
  await room;
  await channel.changed();
  expect(await readAll(channel)).toEqual([]);
});
