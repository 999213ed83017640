import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as topicsRoute from "../../app/api/clusters/[clusterId]/topics/route.ts";
import * as clustersRoute from "../../app/api/clusters/route.ts";
import { type LocalKafka, startKafka } from "../../scripts/kafka/index.ts";
import { startProduct, stopProduct } from "../../scripts/testing/product.ts";
import { BrokerListQuery } from "../api/brokers.ts";
import { ConfigListQuery, ConfigPatch } from "../api/configs.ts";
import { GroupListQuery } from "../api/groups.ts";
import { TopicListQuery } from "../api/topics.ts";
import { listBrokerConfigs } from "./broker-configs.ts";
import { listBrokers } from "./brokers.ts";
import { changeTopicConfigs } from "./change-configs.ts";
import { describeCluster, listClusters } from "./clusters.ts";
import { createTopic } from "./create-topic.ts";
import { deleteTopic } from "./delete-topic.ts";
import { listGroups } from "./groups.ts";
import { describeOverview } from "./overview.ts";
import { listTopics } from "./topics.ts";

const wrongPassword = "a-wrong-password-8281";
let kafka: LocalKafka;
let secrets: string[];
const lines: string[] = [];

function entry(
  id: string,
  listener: keyof NonNullable<LocalKafka["security"]>["bootstrap"],
  fields: Record<string, unknown>,
): object {
  return { id, name: `Cluster ${id}`, brokers: kafka.security!.bootstrap[listener].split(","), ...fields };
}

function sasl(mechanism: string, username = "admin", password = "${ADMIN_PASSWORD}") {
  return { sasl: { mechanism, username, password } };
}

// JSON is YAML; the passwords come from the environment, the certificates from files.
function writeConfig(): string {
  const { ca, clientCert, clientKey } = kafka.security!;
  const tls = { caFile: ca };
  const clusters = [
    entry("tls", "TLS", { tls }),
    entry("mtls", "MTLS", { tls: { ...tls, certFile: clientCert, keyFile: clientKey } }),
    entry("scram-512", "SASL_SSL", { tls, ...sasl("SCRAM-SHA-512") }),
    entry("scram-256", "SASL_SSL", { tls, ...sasl("SCRAM-SHA-256") }),
    entry("plain", "SASL_SSL", { tls, ...sasl("PLAIN") }),
    entry("open-line", "SASL_PLAINTEXT", sasl("SCRAM-SHA-512")),
    entry("alice", "SASL_SSL", { tls, ...sasl("SCRAM-SHA-512", "alice", "${ALICE_PASSWORD}") }),
    entry("wrong-scram", "SASL_SSL", { tls, ...sasl("SCRAM-SHA-512", "admin", "${WRONG_PASSWORD}") }),
    entry("wrong-plain", "SASL_SSL", { tls, ...sasl("PLAIN", "admin", "${WRONG_PASSWORD}") }),
    entry("wrong-user", "SASL_PLAINTEXT", sasl("SCRAM-SHA-256", "nobody", "${ADMIN_PASSWORD}")),
    entry("stranger", "TLS", { tls: true }),
    entry("no-certificate", "MTLS", { tls }),
    entry("no-tls", "TLS", {}),
    entry("no-login", "SASL_SSL", { tls }),
    { id: "tls-to-plain", name: "Cluster tls-to-plain", brokers: [kafka.bootstrap], tls },
  ];
  const file = path.join(kafka.dir, "highwater.yaml");
  writeFileSync(file, JSON.stringify({ clusters }, null, 2));
  return file;
}

beforeAll(async () => {
  kafka = await startKafka({ brokers: 1, security: true });
  const { users, clientKey } = kafka.security!;
  const keyLines = readFileSync(clientKey, "utf8")
    .split("\n")
    .filter((line) => line.length > 40);
  secrets = [users.admin, users.alice, wrongPassword, ...keyLines];
  Object.assign(process.env, {
    ADMIN_PASSWORD: users.admin,
    ALICE_PASSWORD: users.alice,
    WRONG_PASSWORD: wrongPassword,
  });
  await startProduct({ HIGHWATER_CONFIG: writeConfig() });
  // Without any redaction, at the finest level: no secret is even handed to it.
  Object.assign(globalThis, {
    highwaterLog: pino({ level: "trace" }, { write: (line: string) => void lines.push(line) }),
  });
});

afterAll(async () => {
  await stopProduct();
  await kafka.stop();
});

async function answersOf(id: string): Promise<unknown[]> {
  return Promise.all([
    describeCluster(id),
    describeOverview(id),
    listTopics(id, TopicListQuery.parse({ include: "readers,totals" })),
    listGroups(id, GroupListQuery.parse({})),
    listBrokers(id, BrokerListQuery.parse({})),
    listBrokerConfigs(id, 1, ConfigListQuery.parse({})),
  ]);
}

function expectNoSecret(value: unknown): void {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  for (const secret of secrets)
    expect(text.includes(secret), `a secret of ${secret.length} characters in ${text.slice(0, 80)}`).toBe(false);
}

describe("a secured cluster", () => {
  test.each(["tls", "mtls", "scram-512", "scram-256", "plain", "open-line"])(
    "%s: both clients get in, every page is whole",
    async (id) => {
      const answers = await answersOf(id);
      expect(answers[0]).toMatchObject({ status: "online", brokers: 1, kafkaVersion: "4.3", error: null });
      for (const answer of answers.slice(1)) expect(answer).toMatchObject({ errors: [] });
      expectNoSecret(answers);
    },
  );

  test.each(["mtls", "scram-512", "plain"])(
    "%s: changes work, and the printed line asks for a client.properties",
    async (id) => {
      const name = `secure-${id}`;
      const { command } = await createTopic(id, { name, partitions: 1, replicationFactor: 1, configs: {} }, false);
      expect(command).toContain("--command-config client.properties");
      await changeTopicConfigs(id, name, ConfigPatch.parse({ set: { "retention.ms": "60000" } }), false);
      expect((await listTopics(id, TopicListQuery.parse({ search: name }))).items).toMatchObject([
        { name, retentionMs: "60000" },
      ]);
      await deleteTopic(id, name, false);
      expect((await listTopics(id, TopicListQuery.parse({ search: name }))).total).toBe(0);
    },
  );

  test("the broker's sensitive settings have no value", async () => {
    const { items } = await listBrokerConfigs("tls", 1, ConfigListQuery.parse({}));
    const sensitive = items.filter((config) => config.sensitive);
    expect(sensitive.length).toBeGreaterThan(0);
    for (const { name, value, defaultValue, synonyms } of sensitive) {
      expect({ name, value, defaultValue, told: synonyms.filter((synonym) => synonym.value !== null) }).toEqual({
        name,
        value: null,
        defaultValue: null,
        told: [],
      });
    }
  });
});

describe("who may not", () => {
  test.each(["wrong-scram", "wrong-plain", "wrong-user"])(
    "%s is refused for its credentials, not called unreachable",
    async (id) => {
      expect(await describeCluster(id)).toMatchObject({
        status: "offline",
        asOf: null,
        error: { code: "UNAUTHENTICATED" },
      });
      await expect(listTopics(id, TopicListQuery.parse({}))).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
      await expect(
        createTopic(id, { name: "never", partitions: 1, replicationFactor: 1, configs: {} }, false),
      ).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    },
  );

  const unreachable: [id: string, message: RegExp][] = [
    ["stranger", /certificate/i],
    ["no-certificate", /certificate|closed/i],
    ["no-tls", /closed|connection/i],
    ["no-login", /closed|connection|refused/i],
    ["tls-to-plain", /TLS|SSL|closed/i],
  ];

  test.each(unreachable)("%s does not get in, and is told why in time", async (id, message) => {
    const started = performance.now();
    const { status, error } = await describeCluster(id);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(status).toBe("offline");
    expect(error!.code).toMatch(/^(UNREACHABLE|UNAUTHENTICATED|TIMEOUT)$/);
    expect(error!.message).toMatch(message);
  });

  test("a user without rights gets in, sees nothing that is not hers, and may change nothing", async () => {
    await createTopic("plain", { name: "not-hers", partitions: 1, replicationFactor: 1, configs: {} }, false);
    expect((await listTopics("alice", TopicListQuery.parse({}))).items).toEqual([]);
    expect(await describeCluster("alice")).toMatchObject({ topics: 0, brokers: 1 });
    expect((await listBrokers("alice", BrokerListQuery.parse({}))).items).toMatchObject([
      { status: "up", logSizeBytes: null, unknown: { logSizeBytes: "UNAUTHORIZED" } },
    ]);
    await expect(
      createTopic("alice", { name: "hers", partitions: 1, replicationFactor: 1, configs: {} }, false),
    ).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(deleteTopic("alice", "not-hers", false)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listTopics("plain", TopicListQuery.parse({ search: "not-hers" }))).total).toBe(1);
  });
});

const request = new Request("http://127.0.0.1:3000/api/x");

function topicsOf(clusterId: string): Promise<Response> {
  return topicsRoute.GET(request, { params: Promise.resolve({ clusterId }) });
}

describe("secrets", () => {
  test("no answer of the API holds one, whether it went well or not", async () => {
    const refused = await topicsOf("wrong-scram");
    expect(refused.status).toBe(502);
    for (const response of [refused, await topicsOf("scram-512"), await clustersRoute.GET(request, {})]) {
      const text = await response.text();
      expectNoSecret(text);
      expectNoSecret(JSON.stringify([...response.headers]));
    }
    expectNoSecret(await listClusters());
  });

  test("nor does a line of the log, which told of all of it", () => {
    const text = lines.join("");
    expect(text).toContain("create-topic");
    expect(text).toContain("UNAUTHENTICATED");
    expectNoSecret(text);
  });
});
