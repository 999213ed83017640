import { Agent, request } from "node:http";

/** Answer is one answer: its status, how long it took from request to last byte, all bytes received, head included. */
export type Answer = { status: number; ms: number; bytes: number; body: Buffer };

/** HttpClient asks one server over one kept connection. */
export type HttpClient = { get(path: string, headers?: Record<string, string>): Promise<Answer>; close(): void };

/** createHttpClient makes a client that asks as a browser does, gzip included; the body stays as it came. */
export function createHttpClient(url: string): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const usual = { accept: "application/json", "accept-encoding": "gzip, deflate, br, zstd" };
  return {
    get: (path, headers) => ask(new URL(path, url), agent, { ...usual, ...headers }),
    close: () => agent.destroy(),
  };
}

function ask(url: URL, agent: Agent, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let received = () => 0;
    const asked = request(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () => {
        const ms = performance.now() - started;
        resolve({ status: response.statusCode ?? 0, ms, bytes: received(), body: Buffer.concat(chunks) });
      });
    });
    asked.once("socket", (socket) => {
      const before = socket.bytesRead;
      received = () => socket.bytesRead - before;
    });
    asked.once("error", reject);
    asked.end();
  });
}
