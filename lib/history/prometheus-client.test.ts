import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PrometheusClient } from "./prometheus-client.ts";

type Seen = { url: string; authorization: string | undefined; form: Record<string, string> };

let answer: (response: ServerResponse) => void;
let seen: Seen[];
let address: string;

async function note(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const { authorization } = request.headers;
  seen.push({ url: request.url!, authorization, form: Object.fromEntries(new URLSearchParams(body)) });
  answer(response);
}

const server = createServer((request, response) => void note(request, response));

beforeEach(async () => {
  seen = [];
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  address = `127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterEach(async () => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

const json = (status: number, body: unknown) => (response: ServerResponse) => {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};
const found = {
  status: "success",
  data: { resultType: "matrix", result: [{ metric: { a: "b" }, values: [[1, "2"]] }] },
};

test("a range is asked for in seconds, below the URL's path, with its credentials as a header", async () => {
  answer = json(200, found);
  const client = new PrometheusClient(`http://user:p%40ss@${address}/prometheus/`);
  expect(await client.range("up", 1500, 61_500, 250)).toEqual(found.data.result);
  expect(seen).toEqual([
    {
      url: "/prometheus/api/v1/query_range",
      authorization: `Basic ${Buffer.from("user:p@ss").toString("base64")}`,
      form: { query: "up", start: "1.5", end: "61.5", step: "0.25", timeout: "5s" },
    },
  ]);
});

test("a value of one time is a series of one value", async () => {
  answer = json(200, { status: "success", data: { resultType: "vector", result: [{ metric: {}, value: [9, "1"] }] } });
  expect(await new PrometheusClient(`http://${address}`).instant("up", 9000)).toEqual([
    { metric: {}, values: [[9, "1"]] },
  ]);
  expect(seen[0]).toMatchObject({ url: "/api/v1/query", authorization: undefined, form: { time: "9" } });
});

const failures: [sentence: string, answer: (response: ServerResponse) => void, reason: string][] = [
  [
    "a bad query",
    json(400, { status: "error", errorType: "bad_data", error: "parse error" }),
    "refused a query: parse error",
  ],
  ["a refusal without JSON", (response) => response.writeHead(401).end("<html>"), "refused a query: it answered 401"],
  ["another server", (response) => response.writeHead(200).end("hello"), "refused a query: it answered 200"],
  ["an answer of null", json(200, null), "refused a query: it answered 200"],
  [
    "a long reason is cut",
    json(422, { status: "error", error: "x".repeat(1000) }),
    `refused a query: ${"x".repeat(300)}`,
  ],
  ["a connection that breaks", (response) => response.destroy(), "does not answer (UND_ERR_SOCKET)"],
];

test.each(failures)("%s is UNREACHABLE, named without credentials", async (_, told, reason) => {
  answer = told;
  const asked = new PrometheusClient(`http://user:secret@${address}/p`).range("up", 0, 1, 1);
  await expect(asked).rejects.toMatchObject({
    code: "UNREACHABLE",
    message: `Prometheus at http://${address}/p ${reason}.`,
  });
});

test("one that does not answer in time is left", async () => {
  vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException("late", "TimeoutError")), 20);
    return controller.signal;
  });
  answer = () => undefined;
  await expect(new PrometheusClient(`http://${address}`).instant("up", 0)).rejects.toMatchObject({
    code: "UNREACHABLE",
    message: `Prometheus at http://${address} did not answer within 5 s.`,
  });
  expect(AbortSignal.timeout).toHaveBeenCalledWith(5000);
});
