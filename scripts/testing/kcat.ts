import { execFileSync } from "node:child_process";
import { ensureKcat } from "../kcat.mjs";

/** KcatRecord is a record as kcat prints it: key and value as hex, null where it is null; headers as "name=value" pairs. */
export type KcatRecord = {
  partition: number;
  offset: string;
  timestamp: number;
  key: string | null;
  value: string | null;
  headers: string;
};

const format = "%p %o %T %K %S %h\n%k%s\n";
const mostBytes = 512 * 1024 * 1024;

function take(bytes: Buffer, at: number, length: number): { text: string | null; next: number } {
  if (length < 0) return { text: null, next: at };
  return { text: bytes.toString("hex", at, at + length), next: at + length };
}

/** readWithKcat reads a whole topic with kcat, sorted by partition and offset. */
export async function readWithKcat(
  bootstrap: string,
  topic: string,
  isolation: "read_committed" | "read_uncommitted",
): Promise<KcatRecord[]> {
  const kcat = await ensureKcat();
  const how = ["-X", `isolation.level=${isolation}`, "-X", "fetch.message.max.bytes=10000000"];
  const args = ["-C", "-b", bootstrap, "-t", topic, "-e", "-q", "-o", "beginning", "-f", format, ...how];
  const bytes = execFileSync(kcat, args, { maxBuffer: mostBytes, timeout: 60_000 });
  const records: KcatRecord[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf("\n", at);
    const [partition = "", offset = "", timestamp = "", keySize = "", size = "", ...headers] = bytes
      .toString("utf8", at, end)
      .split(" ");
    const key = take(bytes, end + 1, Number(keySize));
    const value = take(bytes, key.next, Number(size));
    at = value.next + 1;
    records.push({
      partition: Number(partition),
      offset,
      timestamp: Number(timestamp),
      key: key.text,
      value: value.text,
      headers: headers.join(" "),
    });
  }
  return records.toSorted((a, b) => a.partition - b.partition || (BigInt(a.offset) < BigInt(b.offset) ? -1 : 1));
}
