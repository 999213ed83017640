import { Socket } from "node:net";
import { vi } from "vitest";

/** apiKeys are the numbers of Kafka's requests that the product sends (org.apache.kafka.common.protocol.ApiKeys). */
export const apiKeys = {
  2: "ListOffsets",
  3: "Metadata",
  9: "OffsetFetch",
  15: "DescribeGroups",
  16: "ListGroups",
  18: "ApiVersions",
  19: "CreateTopics",
  32: "DescribeConfigs",
  35: "DescribeLogDirs",
  55: "DescribeQuorum",
  69: "ConsumerGroupDescribe",
} as const;

function namesIn(bytes: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + 6 <= bytes.length; at += 4 + bytes.readInt32BE(at)) {
    const key = bytes.readInt16BE(at + 4);
    names.push((apiKeys as Record<number, string>)[key] ?? String(key));
  }
  return names;
}

/** requestsDuring counts the requests that this process writes to the brokers at `ports` while `work` runs, by name: what really goes over the wire (each request is its length, then its API key). */
export async function requestsDuring(ports: number[], work: () => Promise<unknown>): Promise<Record<string, number>> {
  const sent = new Map<Socket, Buffer[]>();
  const write = Socket.prototype.write;
  const spy = vi.spyOn(Socket.prototype, "write").mockImplementation(function count(this: Socket, ...args: unknown[]) {
    if (this.remotePort !== undefined && ports.includes(this.remotePort))
      sent.set(this, [...(sent.get(this) ?? []), Buffer.from(args[0] as Uint8Array)]);
    return Reflect.apply(write, this, args) as boolean;
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  const names = [...sent.values()].flatMap((chunks) => namesIn(Buffer.concat(chunks)));
  return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, same]) => [name, same.length]));
}
