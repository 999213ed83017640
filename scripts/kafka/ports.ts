import { createServer } from "node:net";

// Below the range from which Linux takes the local ports of outgoing connections: a client that keeps trying
// a stopped broker would otherwise connect to itself, and the broker could not come back on its port.
const FIRST = 20_000;
const LAST = 32_000;

/** freePorts gives `count` different TCP ports that nothing listens on at 127.0.0.1. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (!ports.has(port) && (await isFree(port))) ports.add(port);
  }
  return [...ports];
}

/** isFree says whether a server could listen on 127.0.0.1:port now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}
