import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ConfigError, loadConfig, parseConfig, slugOf } from "./config.ts";
import { readEnv } from "./env.ts";

let dir: string;
let file: string;

function openssl(...args: string[]): void {
  execFileSync("openssl", args, { cwd: dir, stdio: "ignore" });
}

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), "highwater-config-"));
  file = path.join(dir, "highwater.yaml");
  openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=a", "-keyout", "a.key", "-out", "a.crt");
  openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=b", "-keyout", "b.key", "-out", "b.crt");
  openssl("rsa", "-aes256", "-passout", "pass:opens", "-in", "a.key", "-out", "locked.key");
  writeFileSync(path.join(dir, "empty.crt"), "");
  writeFileSync(path.join(dir, "broken.crt"), "-----BEGIN CERTIFICATE-----\nbm90IG9uZQ==\n-----END CERTIFICATE-----\n");
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function parse(text: string, env: Record<string, string> = {}) {
  return parseConfig(text, file, env);
}

function tlsOf(fields: string) {
  return parse(`clusters:\n  - name: a\n    brokers: [a:1]\n    tls: { ${fields} }\n`).clusters[0]!.tls;
}

function load(source: Record<string, string>) {
  return loadConfig(readEnv(source), source);
}

function refusal(text: string, env: Record<string, string> = {}): string {
  try {
    parse(text, env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message.replaceAll(file, "FILE").replaceAll(dir, "DIR");
  }
  throw new Error("It was not refused.");
}

test("the least that a file needs: a name and a broker", () => {
  expect(parse("clusters:\n  - name: Shop EU\n    brokers: [kafka-1:9092]\n")).toEqual({
    clusters: [{ id: "shop-eu", name: "Shop EU", brokers: ["kafka-1:9092"], readOnly: false, tls: null, sasl: null }],
  });
});

test("several clusters keep their order, each with its own security", () => {
  const text = `
clusters:
  - id: eu
    name: Shop EU
    brokers: ["[::1]:9092", "10.0.0.1:9093"]
    readOnly: true
    tls:
      caFile: a.crt
      certFile: a.crt
      keyFile: a.key
      servername: kafka.shop
    sasl: { mechanism: SCRAM-SHA-512, username: dash, password: "\${PW}" }
  - name: Open
    brokers: [localhost:9092]
    tls: true
  - name: Plain
    brokers: [localhost:9092]
    tls: false
`;
  const { clusters } = parse(text, { PW: "s3cret" });
  expect(clusters.map(({ id, readOnly }) => ({ id, readOnly }))).toEqual([
    { id: "eu", readOnly: true },
    { id: "open", readOnly: false },
    { id: "plain", readOnly: false },
  ]);
  expect(clusters[0]!.sasl).toEqual({ mechanism: "SCRAM-SHA-512", username: "dash", password: "s3cret" });
  expect(clusters[0]!.tls).toMatchObject({ servername: "kafka.shop" });
  expect(clusters[0]!.tls!.ca).toContain("BEGIN CERTIFICATE");
  expect(clusters[0]!.tls!.key).toContain("PRIVATE KEY");
  expect(clusters.slice(1).map(({ tls }) => tls)).toEqual([{}, null]);
});

test("a port is any from 1 to 65535", () => {
  expect(parse("clusters:\n  - { name: a, brokers: ['a:1', 'a:65535'] }\n").clusters[0]!.brokers).toEqual([
    "a:1",
    "a:65535",
  ]);
});

test("a certificate is checked unless the file says otherwise", () => {
  expect(tlsOf("caFile: a.crt")).not.toHaveProperty("rejectUnauthorized");
  expect(tlsOf("insecureSkipVerify: false")).not.toHaveProperty("rejectUnauthorized");
  expect(tlsOf("insecureSkipVerify: true")).toEqual({ rejectUnauthorized: false });
});

test("a locked key opens with its passphrase", () => {
  const text =
    "clusters:\n  - name: a\n    brokers: [a:1]\n    tls: { certFile: a.crt, keyFile: locked.key, passphrase: opens }\n";
  expect(parse(text).clusters[0]!.tls).toMatchObject({ passphrase: "opens" });
});

test("PEM files are found beside the configuration, or by their whole path", () => {
  expect(tlsOf("caFile: ./a.crt")).toEqual(tlsOf(`caFile: ${path.join(dir, "a.crt")}`));
});

test("an environment reference works inside a value, several times, and in any place", () => {
  const text = "clusters:\n  - name: ${WHERE} shop\n    brokers: ['${HOST}:${PORT}', 'b-${HOST}:1']\n";
  expect(parse(text, { WHERE: "EU", HOST: "kafka", PORT: "9092" }).clusters[0]).toMatchObject({
    name: "EU shop",
    brokers: ["kafka:9092", "b-kafka:1"],
  });
});

test("a value that comes from the environment is not read again for references, nor as YAML", () => {
  const { clusters } = parse("clusters:\n  - name: ${A}\n    brokers: [a:1]\n", { A: "${B}: [x]", B: "no" });
  expect(clusters[0]!.name).toBe("${B}: [x]");
});

const one = "clusters:\n  - name: a\n    brokers: [a:1]\n";

const wrong: [sentence: string, text: string, message: string | RegExp][] = [
  ["broken YAML", "clusters:\n  - name: [a\n", /^FILE, line \d+: /],
  ["a tab as indentation", "clusters:\n\t- name: a\n", /^FILE, line 2: /],
  ["the same field twice", "clusters:\n  - name: a\n    name: b\n    brokers: [a:1]\n", /^FILE, line 3: .*unique/i],
  ["an empty file", "", /^FILE, line 1, the file: /],
  ["a file of comments", "# clusters:\n", /^FILE, line 1, the file: /],
  ["a list where fields belong", "- name: a\n", /^FILE, line 1, the file: /],
  ["no clusters", "clusters: []\n", "FILE, line 1, clusters: Needs at least one cluster."],
  ["an unknown field at the top", `${one}refresh: 5\n`, "FILE, line 4, refresh: no such field."],
  ["an unknown field of a cluster", `${one}    broker: x\n`, "FILE, line 4, clusters.0.broker: no such field."],
  ["no name", "clusters:\n  - brokers: [a:1]\n", /^FILE, line 2, clusters\.0\.name: /],
  ["an empty name", "clusters:\n  - name: ''\n    brokers: [a:1]\n", /^FILE, line 2, clusters\.0\.name: /],
  ["no brokers", "clusters:\n  - name: a\n", /^FILE, line 2, clusters\.0\.brokers: /],
  [
    "an empty list of brokers",
    "clusters:\n  - name: a\n    brokers: []\n",
    "FILE, line 3, clusters.0.brokers: Needs at least one broker.",
  ],
  ["brokers as one text", "clusters:\n  - name: a\n    brokers: a:1,b:1\n", /^FILE, line 3, clusters\.0\.brokers: /],
  [
    "a broker without a port, in the second cluster",
    `${one}  - name: b\n    brokers:\n      - b:1\n      - b\n`,
    "FILE, line 7, clusters.1.brokers.1: Needs host:port.",
  ],
  [
    "a port that no port can be",
    "clusters:\n  - name: a\n    brokers: ['a:65536']\n",
    /^FILE, line 3, clusters\.0\.brokers\.0: /,
  ],
  ["a port of 0", "clusters:\n  - name: a\n    brokers: ['a:0']\n", /^FILE, line 3, clusters\.0\.brokers\.0: /],
  [
    "a protocol in front of a broker",
    "clusters:\n  - name: a\n    brokers: ['kafka://a:1']\n",
    "FILE, line 3, clusters.0.brokers.0: Needs host:port.",
  ],
  [
    "an id that cannot stand in an address",
    "clusters:\n  - id: a/b\n    name: a\n    brokers: [a:1]\n",
    /^FILE, line 2, clusters\.0\.id: Only letters/,
  ],
  [
    "an id that is used twice",
    `clusters:\n  - id: x\n    name: a\n    brokers: [a:1]\n  - id: x\n    name: b\n    brokers: [b:1]\n`,
    "FILE, line 5, clusters.1.id: another cluster has the id x.",
  ],
  [
    "two names that make one id",
    `clusters:\n  - name: Shop EU\n    brokers: [a:1]\n  - name: shop-eu\n    brokers: [b:1]\n`,
    "FILE, line 4, clusters.1.name: another cluster has the id shop-eu.",
  ],
  ["a flag that is a text", `${one}    readOnly: 'yes'\n`, /^FILE, line 4, clusters\.0\.readOnly: /],
  [
    "a mechanism that is not offered",
    `${one}    sasl: { mechanism: GSSAPI, username: a, password: b }\n`,
    /^FILE, line 4, clusters\.0\.sasl\.mechanism: /,
  ],
  [
    "a password that is a number",
    `${one}    sasl:\n      mechanism: PLAIN\n      username: a\n      password: 5\n`,
    /^FILE, line 7, clusters\.0\.sasl\.password: /,
  ],
  [
    "no password",
    `${one}    sasl:\n      mechanism: PLAIN\n      username: a\n`,
    /^FILE, line 5, clusters\.0\.sasl\.password: /,
  ],
  [
    "an unknown field of sasl",
    `${one}    sasl: { mechanism: PLAIN, user: a }\n`,
    /^FILE, line 4, clusters\.0\.sasl\.user/,
  ],
  [
    "an unknown field of tls",
    `${one}    tls:\n      cafile: a.crt\n`,
    "FILE, line 5, clusters.0.tls.cafile: no such field.",
  ],
  [
    "a field of tls of the wrong kind",
    `${one}    tls:\n      caFile: 5\n`,
    /^FILE, line 5, clusters\.0\.tls\.caFile: /,
  ],
  ["tls as a text", `${one}    tls: 'on'\n`, /^FILE, line 4, clusters\.0\.tls: /],
  [
    "a PEM file that is not there",
    `${one}    tls:\n      caFile: gone.crt\n`,
    "FILE, line 5, clusters.0.tls.caFile: cannot read DIR/gone.crt.",
  ],
  [
    "a PEM file that is a directory",
    `${one}    tls:\n      keyFile: .\n`,
    "FILE, line 5, clusters.0.tls.keyFile: cannot read DIR.",
  ],
  [
    "a file that holds no PEM",
    `${one}    tls:\n      caFile: empty.crt\n`,
    /^FILE, line 5, clusters\.0\.tls\.caFile: .*empty\.crt/,
  ],
  [
    "a PEM file with a broken certificate",
    `${one}    tls:\n      caFile: broken.crt\n`,
    /^FILE, line \d, clusters\.0\.tls/,
  ],
  [
    "a certificate without its key",
    `${one}    tls:\n      certFile: a.crt\n`,
    /^FILE, line 5, clusters\.0\.tls\.keyFile: /,
  ],
  [
    "a key without its certificate",
    `${one}    tls:\n      keyFile: a.key\n`,
    /^FILE, line 5, clusters\.0\.tls\.certFile: /,
  ],
  [
    "the key of another certificate",
    `${one}    tls:\n      certFile: a.crt\n      keyFile: b.key\n`,
    /^FILE, line \d, clusters\.0\.tls/,
  ],
  [
    "a locked key and the wrong passphrase",
    `${one}    tls:\n      certFile: a.crt\n      keyFile: locked.key\n      passphrase: wrong\n`,
    /^FILE, line \d, clusters\.0\.tls/,
  ],
  [
    "a reference to a variable that is not set",
    `${one}    sasl:\n      mechanism: PLAIN\n      username: a\n      password: \${NOWHERE}\n`,
    "FILE, line 7, clusters.0.sasl.password: environment variable NOWHERE is not set.",
  ],
  [
    "a reference in a list",
    "clusters:\n  - name: a\n    brokers:\n      - a:1\n      - ${NOWHERE}:1\n",
    "FILE, line 5, clusters.0.brokers.1: environment variable NOWHERE is not set.",
  ],
  [
    "a reference that leaves the field empty",
    `${one}    sasl:\n      mechanism: PLAIN\n      username: a\n      password: \${EMPTY}\n`,
    /^FILE, line 7, clusters\.0\.sasl\.password: /,
  ],
];

test.each(wrong)("refused with line and field: %s", (_, text, message) => {
  expect(refusal(text, { EMPTY: "" })).toMatch(message);
});

test("a refusal never repeats a secret", () => {
  const text = `${one}    sasl:\n      mechanism: \${SECRET}\n      username: a\n      password: b\n`;
  expect(refusal(text, { SECRET: "hunter2" })).not.toContain("hunter2");
});

describe("an id made of a name", () => {
  const rows: [name: string, id: string][] = [
    ["Shop EU", "shop-eu"],
    ["  --Prod (1)-- ", "prod-1"],
    ["already_fine-2", "already_fine-2"],
    ["주문", "cluster"],
    ["x".repeat(80), "x".repeat(63)],
  ];

  test.each(rows)("%j -> %s", (name, id) => {
    expect(slugOf(name)).toBe(id);
  });
});

describe("where the clusters come from", () => {
  test("KAFKA_BROKERS is a cluster named kafka, several brokers separated by commas", () => {
    expect(load({ KAFKA_BROKERS: " a:9092, b:9092 ,," })).toEqual({
      clusters: [{ id: "kafka", name: "kafka", brokers: ["a:9092", "b:9092"], readOnly: false, tls: null, sasl: null }],
    });
  });

  test("KAFKA_CLUSTER_NAME names it", () => {
    expect(load({ KAFKA_BROKERS: "a:1", KAFKA_CLUSTER_NAME: "Shop EU" }).clusters[0]).toMatchObject({
      id: "shop-eu",
      name: "Shop EU",
    });
  });

  test("KAFKA_BROKERS wins over a file", () => {
    writeFileSync(file, one);
    expect(load({ KAFKA_BROKERS: "env:1", HIGHWATER_CONFIG: file }).clusters[0]!.brokers).toEqual(["env:1"]);
  });

  test("an empty KAFKA_BROKERS leaves it to the file", () => {
    writeFileSync(file, one);
    expect(load({ KAFKA_BROKERS: " ", HIGHWATER_CONFIG: file }).clusters[0]!.brokers).toEqual(["a:1"]);
  });

  const refused: [sentence: string, source: Record<string, string>, message: RegExp][] = [
    ["a broker without a port", { KAFKA_BROKERS: "a:1,b" }, /^KAFKA_BROKERS: "b" is not host:port/],
    ["commas alone", { KAFKA_BROKERS: ",," }, /^KAFKA_BROKERS: /],
    ["a port that no port can be", { KAFKA_BROKERS: "a:70000" }, /^KAFKA_BROKERS: "a:70000"/],
    [
      "a file that is not there",
      { HIGHWATER_CONFIG: "/nowhere/highwater.yaml" },
      /^HIGHWATER_CONFIG: there is no file \/nowhere\/highwater\.yaml/,
    ],
    ["a file that cannot be read", { HIGHWATER_CONFIG: tmpdir() }, /^HIGHWATER_CONFIG: /],
  ];

  test.each(refused)("refused: %s", (_, source, message) => {
    expect(() => load(source)).toThrow(ConfigError);
    expect(() => load(source)).toThrow(message);
  });

  test("neither: the refusal says what to set", () => {
    const env = { ...readEnv({}), configPath: path.join(dir, "none.yaml") };
    expect(() => loadConfig(env, {})).toThrow(/KAFKA_BROKERS=host:port/);
  });
});
