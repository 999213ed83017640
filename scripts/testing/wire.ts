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

/** SentRequest is one request that went to the broker at `port`, by the name of its API. */
export type SentRequest = { port: number; api: string };

function apisIn(bytes: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + 6 <= bytes.length; at += 4 + bytes.readInt32BE(at)) {
    const key = bytes.readInt16BE(at + 4);
    names.push((apiKeys as Record<number, string>)[key] ?? String(key));
  }
  return names;
}

/** requestsDuring tells the requests that this process writes to the brokers at `ports` while `work` runs: what really goes over the wire (each request is its length, then its API key). */
export async function requestsDuring(ports: number[], work: () => Promise<unknown>): Promise<SentRequest[]> {
  const sent = new Map<Socket, { port: number; chunks: Buffer[] }>();
  const write = Socket.prototype.write;
  const spy = vi.spyOn(Socket.prototype, "write").mockImplementation(function note(this: Socket, ...args: unknown[]) {
    const port = this.remotePort;
    if (port !== undefined && ports.includes(port))
      sent.set(this, { port, chunks: [...(sent.get(this)?.chunks ?? []), Buffer.from(args[0] as Uint8Array)] });
    return Reflect.apply(write, this, args) as boolean;
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return [...sent.values()].flatMap(({ port, chunks }) => apisIn(Buffer.concat(chunks)).map((api) => ({ port, api })));
}

/** countByApi counts requests by API. */
export function countByApi(requests: SentRequest[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(requests, ({ api }) => api)].map(([api, same]) => [api, same.length]));
}
