import pino from "pino";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as clustersRoute from "../../app/api/clusters/route.ts";
import * as clusterRoute from "../../app/api/clusters/[clusterId]/route.ts";
import * as brokerRoute from "../../app/api/clusters/[clusterId]/brokers/[brokerId]/route.ts";
import * as brokerConfigsRoute from "../../app/api/clusters/[clusterId]/brokers/[brokerId]/configs/route.ts";
import * as brokersRoute from "../../app/api/clusters/[clusterId]/brokers/route.ts";
import * as groupRoute from "../../app/api/clusters/[clusterId]/groups/[groupId]/route.ts";
import * as groupOffsetsRoute from "../../app/api/clusters/[clusterId]/groups/[groupId]/offsets/route.ts";
import * as groupsRoute from "../../app/api/clusters/[clusterId]/groups/route.ts";
import * as overviewRoute from "../../app/api/clusters/[clusterId]/overview/route.ts";
import * as searchRoute from "../../app/api/clusters/[clusterId]/search/route.ts";
import * as topicSettingsRoute from "../../app/api/clusters/[clusterId]/topic-settings/route.ts";
import * as topicRoute from "../../app/api/clusters/[clusterId]/topics/[topic]/route.ts";
import * as configsRoute from "../../app/api/clusters/[clusterId]/topics/[topic]/configs/route.ts";
import * as topicGroupsRoute from "../../app/api/clusters/[clusterId]/topics/[topic]/groups/route.ts";
import * as partitionsRoute from "../../app/api/clusters/[clusterId]/topics/[topic]/partitions/route.ts";
import * as recordsRoute from "../../app/api/clusters/[clusterId]/topics/[topic]/records/delete/route.ts";
import * as topicsRoute from "../../app/api/clusters/[clusterId]/topics/route.ts";
import * as healthRoute from "../../app/api/health/route.ts";
import * as readyRoute from "../../app/api/ready/route.ts";
import type { LocalKafka } from "../../scripts/kafka/index.ts";
import { testClients, type TestClients } from "../../scripts/testing/clients.ts";
import { testKafka } from "../../scripts/testing/kafka.ts";
import { startProduct, stopProduct } from "../../scripts/testing/product.ts";
import { countByApi, requestsDuring, type SentRequest } from "../../scripts/testing/wire.ts";
import { ConfigList, ConfigValue } from "../api/configs.ts";
import { Problem } from "../api/problem.ts";
import { TopicDetail, TopicList } from "../api/topics.ts";
import { answer } from "./answer.ts";
import { clusterState } from "./runtime.ts";

type Params = Record<string, string>;
type Route = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

const cluster = { clusterId: "kafka" };
const orders = { ...cluster, topic: "http.orders" };
const json = { "content-type": "application/json" };

let kafka: LocalKafka;
let clients: TestClients;

beforeAll(async () => {
  kafka = await testKafka();
  clients = testClients(kafka.bootstrap);
  await startProduct({ KAFKA_BROKERS: kafka.bootstrap });
  // A broker that another file stopped finds the others' coordinators within seconds; until then it makes reads wait.
  await vi.waitFor(
    async () => expect(await bodyOf(await get(overviewRoute.GET, cluster, "", fresh))).toMatchObject({ errors: [] }),
    { timeout: 60_000, interval: 500 },
  );
  await startProduct({ KAFKA_BROKERS: kafka.bootstrap });
  await clients.create("http.orders", 3, 3);
  await clients.write("http.orders", 0, 5);
  await clients.commit("http 100%/a%2Fb", "http.orders", { 0: 2n });
});
afterAll(async () => {
  await clients.close();
  await stopProduct();
});

function get(route: Route, params: Params, query = "", headers: Record<string, string> = {}): Promise<Response> {
  return route(new Request(`http://127.0.0.1:3000/api/x${query}`, { headers }), { params: Promise.resolve(params) });
}

function send(
  route: Route,
  method: string,
  params: Params,
  body: unknown,
  query = "",
  headers: Record<string, string> = json,
): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return route(
    new Request(`http://127.0.0.1:3000/api/x${query}`, {
      method,
      body: text,
      headers: { host: "127.0.0.1:3000", ...headers },
    }),
    { params: Promise.resolve(params) },
  );
}

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  const problem = Problem.strict().parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.requestId).toBe(response.headers.get("x-request-id"));
  return problem;
}

async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

async function topicNames(headers: Record<string, string> = {}): Promise<string[]> {
  const response = await get(topicsRoute.GET, cluster, "?search=http.&pageSize=500", headers);
  return TopicList.parse(await response.json()).items.map(({ name }) => name);
}

describe("reads", () => {
  const routes: [path: string, route: Route, params: Params, query: string][] = [
    ["clusters", clustersRoute.GET, {}, ""],
    ["clusters/kafka", clusterRoute.GET, cluster, ""],
    ["overview", overviewRoute.GET, cluster, ""],
    ["brokers", brokersRoute.GET, cluster, "?sort=-logSizeBytes"],
    ["brokers/2", brokerRoute.GET, { ...cluster, brokerId: "2" }, ""],
    ["brokers/2/configs", brokerConfigsRoute.GET, { ...cluster, brokerId: "2" }, "?overridden=true"],
    ["topics", topicsRoute.GET, cluster, "?include=readers,totals&sort=-messages"],
    ["topics/http.orders", topicRoute.GET, orders, ""],
    ["topics/http.orders/partitions", partitionsRoute.GET, orders, "?sort=-partition"],
    ["topics/http.orders/configs", configsRoute.GET, orders, ""],
    ["topics/http.orders/groups", topicGroupsRoute.GET, orders, ""],
    ["topic-settings", topicSettingsRoute.GET, cluster, ""],
    ["groups", groupsRoute.GET, cluster, "?sort=-lag"],
    ["search", searchRoute.GET, cluster, "?q=http"],
  ];

  test.each(routes)(
    "GET %s answers JSON with the age of its data and nothing that failed",
    async (_, route, params, query) => {
      const response = await get(route, params, query);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("application/json");
      const text = await response.text();
      expect(response.headers.get("cache-control")).toBe(text.length < 8192 ? "no-store, no-transform" : "no-store");
      const body = JSON.parse(text) as { asOf: string; errors?: unknown[]; error?: unknown };
      expect(Math.abs(Date.now() - Date.parse(body.asOf))).toBeLessThan(10_000);
      expect(body.errors ?? body.error ?? []).toEqual([]);
    },
  );

  test("a group whose id holds a slash, a percent sign and an encoded slash is itself", async () => {
    const params = { ...cluster, groupId: "http 100%/a%2Fb" };
    expect(await (await get(groupRoute.GET as Route, params)).json()).toMatchObject({
      group: { groupId: params.groupId, lag: "3" },
    });
    expect(await (await get(groupOffsetsRoute.GET as Route, params)).json()).toMatchObject({ total: 3 });
  });

  test("a topic has the settings that its configs explain, and no explanation", async () => {
    const { configs } = TopicDetail.parse(await bodyOf(await get(topicRoute.GET, orders)));
    const explained = ConfigList.parse(await bodyOf(await get(configsRoute.GET, orders))).items;
    expect(configs!.length).toBeGreaterThan(20);
    expect(configs!.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual(
      explained.map((config) => ConfigValue.parse(config)),
    );
    expect(explained.every(({ documentation }) => documentation !== null)).toBe(true);
    expect(Object.keys(configs![0]!)).not.toContain("documentation");
  });

  test("health answers while the process lives, ready once a cluster answers", async () => {
    expect(await healthRoute.GET().json()).toEqual({ status: "live" });
    const ready = await readyRoute.GET();
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: "ready", clusters: [{ clusterId: "kafka", status: "online" }] },
    ]);
  });
});

describe("problems", () => {
  const wrongReads: [
    sentence: string,
    route: Route,
    params: Params,
    query: string,
    status: number,
    code: string,
    paths?: string[],
  ][] = [
    ["an unknown cluster", topicsRoute.GET, { clusterId: "nowhere" }, "", 404, "NOT_FOUND"],
    ["an unknown topic", topicRoute.GET, { ...cluster, topic: "nowhere" }, "", 404, "NOT_FOUND"],
    ["an unknown group", groupRoute.GET, { ...cluster, groupId: "nobody" }, "", 404, "NOT_FOUND"],
    ["an unknown broker", brokerRoute.GET, { ...cluster, brokerId: "99" }, "", 404, "NOT_FOUND"],
    [
      "a broker's id that is no number",
      brokerRoute.GET,
      { ...cluster, brokerId: "two" },
      "",
      400,
      "INVALID",
      ["brokerId"],
    ],
    ["a misspelt parameter", topicsRoute.GET, cluster, "?serach=x", 400, "INVALID", ["serach"]],
    [
      "several wrong parameters at once",
      groupsRoute.GET,
      cluster,
      "?page=0&state=Sleeping",
      400,
      "INVALID",
      ["page", "state"],
    ],
    ["a sort by what is no field", partitionsRoute.GET, orders, "?sort=size", 400, "INVALID", ["sort"]],
    ["a dry run of a read", topicsRoute.GET, cluster, "?validateOnly=true", 400, "INVALID", ["validateOnly"]],
  ];

  test.each(wrongReads)("GET: %s", async (_, route, params, query, status, code, paths) => {
    const problem = await problemOf(await get(route, params, query));
    expect(problem).toMatchObject({ status, code, type: "about:blank" });
    expect(problem.errors?.map(({ path }) => path)).toEqual(paths);
  });

  const create = { name: "http.made", partitions: 1, replicationFactor: 1 };
  const wrongChanges: [
    sentence: string,
    headers: Record<string, string>,
    body: unknown,
    query: string,
    status: number,
    code: string,
    paths?: string[],
  ][] = [
    ["a page of another site", { ...json, "sec-fetch-site": "cross-site" }, create, "", 403, "FORBIDDEN_ORIGIN"],
    ["another origin", { ...json, origin: "http://evil.example" }, create, "", 403, "FORBIDDEN_ORIGIN"],
    ["a form's content type", { "content-type": "text/plain" }, create, "", 403, "FORBIDDEN_ORIGIN"],
    ["a body that is no JSON", json, "{name:", "", 400, "INVALID"],
    ["no body", json, "", "", 400, "INVALID", ["name", "partitions", "replicationFactor"]],
    ["an unknown field", json, { ...create, replicas: 3 }, "", 400, "INVALID", ["replicas"]],
    [
      "a value that the broker refuses",
      json,
      { ...create, configs: { "retention.ms": "soon" } },
      "",
      400,
      "INVALID",
      ["configs.retention.ms"],
    ],
    ["a name that exists", json, { ...create, name: "http.orders" }, "", 409, "CONFLICT", ["name"]],
    [
      "a validateOnly that is neither true nor false must not mean false",
      json,
      create,
      "?validateOnly=1",
      400,
      "INVALID",
      ["validateOnly"],
    ],
    [
      "a misspelt validateOnly must not be overlooked",
      json,
      create,
      "?validateonly=true",
      400,
      "INVALID",
      ["validateonly"],
    ],
  ];

  test.each(wrongChanges)(
    "POST topics: %s, and nothing is made",
    async (_, headers, body, query, status, code, paths) => {
      const problem = await problemOf(await send(topicsRoute.POST, "POST", cluster, body, query, headers));
      expect(problem).toMatchObject({ status, code });
      expect(problem.errors?.map(({ path }) => path)).toEqual(paths);
      expect(await topicNames({ "cache-control": "no-cache" })).toEqual(["http.orders"]);
    },
  );

  test("DELETE of another origin, or without JSON, deletes nothing", async () => {
    for (const headers of [{ ...json, "sec-fetch-site": "same-site" }, { "content-type": "text/plain" }]) {
      expect(await problemOf(await send(topicRoute.DELETE as Route, "DELETE", orders, "", "", headers))).toMatchObject({
        code: "FORBIDDEN_ORIGIN",
      });
    }
    expect(await topicNames({ "cache-control": "no-cache" })).toEqual(["http.orders"]);
  });

  test("a cluster that does not answer is a 503 that says what was tried", async () => {
    await startProduct({ KAFKA_BROKERS: "127.0.0.1:1" });
    const problem = await problemOf(await get(topicsRoute.GET, cluster));
    expect(problem).toMatchObject({ status: 503, code: "UNREACHABLE", detail: expect.stringContaining("127.0.0.1:1") });
    expect(await (await get(clustersRoute.GET as Route, {})).json()).toMatchObject({
      items: [{ clusterId: "kafka", status: "offline", topics: null, asOf: null, error: { code: "UNREACHABLE" } }],
    });
    expect((await readyRoute.GET()).status).toBe(503);
    expect(healthRoute.GET().status).toBe(200);
    await startProduct({ KAFKA_BROKERS: kafka.bootstrap });
  });

  test("an unexpected error keeps its text to the log, under the request's id", async () => {
    const lines: string[] = [];
    Object.assign(globalThis, {
      highwaterLog: pino({ level: "trace" }, { write: (line: string) => void lines.push(line) }),
    });
    const failing = answer(() => Promise.reject(new TypeError("the table of secrets"))) as Route;
    const problem = await problemOf(await get(failing, {}, "", { "x-request-id": "abc-1" }));
    expect(problem).toMatchObject({ status: 500, code: "INTERNAL", requestId: "abc-1" });
    expect(JSON.stringify(problem)).not.toContain("secrets");
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { requestId: "abc-1", err: { message: "the table of secrets" } },
    ]);
    await startProduct({ KAFKA_BROKERS: kafka.bootstrap });
  });
});

describe("request ids and the log", () => {
  test("a request's own id is kept, one that could break a log line is not", async () => {
    expect(
      (await get(clustersRoute.GET as Route, {}, "", { "x-request-id": "trace_1-a" })).headers.get("x-request-id"),
    ).toBe("trace_1-a");
    for (const id of ["a b", "x".repeat(65), '"}']) {
      expect(
        (await get(clustersRoute.GET as Route, {}, "", { "x-request-id": id })).headers.get("x-request-id"),
      ).toMatch(/^[\da-f-]{36}$/);
    }
  });

  test("a change is logged with its request's id, a refused one with the reason, a dry run not at all", async () => {
    const lines: string[] = [];
    Object.assign(globalThis, {
      highwaterLog: pino({ level: "info" }, { write: (line: string) => void lines.push(line) }),
    });
    const post = (name: string, query: string) =>
      send(topicsRoute.POST, "POST", cluster, { name, partitions: 1, replicationFactor: 3 }, query, {
        ...json,
        "x-request-id": "change-1",
      });
    await post("http.logged", "?validateOnly=true");
    await post("http.logged", "");
    await post("http.logged", "");
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { msg: "changed", change: "create-topic", cluster: "kafka", element: "http.logged", requestId: "change-1" },
      { msg: "not changed", change: "create-topic", element: "http.logged", requestId: "change-1", code: "CONFLICT" },
    ]);
    await send(topicRoute.DELETE, "DELETE", { ...cluster, topic: "http.logged" }, "");
    await startProduct({ KAFKA_BROKERS: kafka.bootstrap });
  });
});

describe("changes over HTTP", () => {
  test("a topic is made, configured, enlarged, emptied and deleted; each read that follows has it", async () => {
    const made = { ...cluster, topic: "http.life" };
    await bodyOf(
      await send(topicsRoute.POST, "POST", cluster, {
        name: made.topic,
        partitions: 1,
        replicationFactor: 3,
        configs: { "retention.ms": "7200000" },
      }),
    );
    expect(await topicNames()).toContain(made.topic);
    await clients.write(made.topic, 0, 4);
    await bodyOf(
      await send(configsRoute.PATCH, "PATCH", made, {
        set: { "segment.ms": "60000" },
        delete: ["retention.ms"],
      }),
    );
    expect((await bodyOf(await get(configsRoute.GET as Route, made, "?overridden=true"))).items).toMatchObject([
      { name: "segment.ms", value: "60000" },
    ]);
    await bodyOf(await send(partitionsRoute.POST, "POST", made, { count: 2 }));
    expect(await bodyOf(await get(partitionsRoute.GET as Route, made))).toMatchObject({
      total: 2,
      items: [{ messages: "4" }, { messages: "0" }],
    });
    await bodyOf(await send(recordsRoute.POST, "POST", made, { offsets: [{ partition: 0, offset: "3" }] }));
    expect(await bodyOf(await get(partitionsRoute.GET as Route, made))).toMatchObject({
      items: [{ logStartOffset: "3", messages: "1" }, {}],
    });
    await bodyOf(await send(topicRoute.DELETE, "DELETE", made, "", "?validateOnly=true"));
    expect(await topicNames()).toContain(made.topic);
    await bodyOf(await send(topicRoute.DELETE, "DELETE", made, ""));
    expect(await topicNames()).not.toContain(made.topic);
    expect((await get(topicRoute.GET as Route, made)).status).toBe(404);
  });
});

const fresh = { "cache-control": "no-cache" };

function during(work: () => Promise<unknown>): Promise<SentRequest[]> {
  return requestsDuring(
    kafka.brokers.map(({ port }) => port),
    work,
  );
}

function list(headers: Record<string, string> = {}): Promise<Response> {
  return get(topicsRoute.GET, cluster, "?pageSize=500", headers);
}

function groups(headers: Record<string, string> = {}): Promise<Response> {
  return get(groupsRoute.GET, cluster, "", headers);
}

// Metadata and DescribeConfigs may go to any broker, and to one more whenever the last is slow, but never to the same one twice.
function expectOneRead(sent: SentRequest[]): void {
  const { Metadata, DescribeConfigs, ...rest } = Object.groupBy(sent, ({ api }) => api);
  expect(countByApi(Object.values(rest).flatMap((same) => same ?? []))).toEqual({ ListOffsets: 6, DescribeLogDirs: 3 });
  for (const asked of [Metadata, DescribeConfigs]) {
    const ports = (asked ?? []).map(({ port }) => port);
    expect(ports.length).toBeGreaterThan(0);
    expect(ports).toEqual([...new Set(ports)]);
  }
}

describe("what a read costs, counted on the wire", () => {
  test("a topic list: one Metadata and one DescribeConfigs at a broker, and at each two ListOffsets and one DescribeLogDirs, whatever the number of topics", async () => {
    await list();
    expectOneRead(await during(() => list(fresh)));
  });

  test("an overview: the log directories of each broker once, for its topics and its brokers", async () => {
    await bodyOf(await get(overviewRoute.GET, cluster));
    const sent = countByApi(await during(() => get(overviewRoute.GET, cluster, "", fresh)));
    expect(sent.DescribeLogDirs).toBe(3);
  });

  test("within the data's age it costs nothing", async () => {
    await list(fresh);
    expect(await during(() => list())).toEqual([]);
    expect(await during(() => list({ "cache-control": "max-age=60" }))).toEqual([]);
  });

  test("three who look at the same list at once cost one read", async () => {
    await list();
    clusterState("kafka").invalidate();
    expectOneRead(await during(() => Promise.all([list(), list(), list()])));
  });

  test("a group list: one ListGroups a broker, one OffsetFetch and one describe a coordinator, the offsets of the topics that are read, and again where a commit lies beyond the end", async () => {
    await groups();
    const sent = countByApi(await during(() => groups(fresh)));
    expect(sent.ListGroups).toBe(3);
    expect(sent.OffsetFetch).toBeLessThanOrEqual(3);
    expect(sent.ListOffsets).toBeLessThanOrEqual(12);
    expect((sent.DescribeGroups ?? 0) + (sent.ConsumerGroupDescribe ?? 0)).toBeLessThanOrEqual(6);
  });

  test("a group that is listed as empty is not described: there is no more to tell of it", async () => {
    const member = await clients.join("http.joined", "http-member", ["http.orders"]);
    await groups();
    const sent = countByApi(await during(() => groups(fresh)));
    expect(sent.DescribeGroups).toBe(1);
    await member.leave();
    await groups(fresh);
    const { DescribeGroups: described } = countByApi(await during(() => groups(fresh)));
    expect(described).toBeUndefined();
    const { items } = (await bodyOf(await groups())) as {
      items: { groupId: string; state: string; members: number }[];
    };
    expect(
      items.filter(({ groupId }) => groupId.startsWith("http")).map(({ state, members }) => [state, members]),
    ).toEqual([
      ["Empty", 0],
      ["Empty", 0],
    ]);
  });

  test("no-cache and max-age=0 read anew, a plain read within the age does not: seen at a topic that another program made", async () => {
    await topicNames(fresh);
    await clients.create("http.other", 1, 3);
    await clients.admin.listTopics();
    expect(await topicNames()).not.toContain("http.other");
    expect(await topicNames({ "cache-control": "max-age=0" })).toContain("http.other");
    await clients.admin.deleteTopics({ topics: ["http.other"] });
  });
});
