import { expect, test } from "vitest";
import { type NodeSettings, serverProperties } from "./properties.ts";

const node: NodeSettings = {
  id: 2,
  ports: new Map([
    [1, { plain: 101, controller: 201 }],
    [2, { plain: 102, controller: 202 }],
    [3, { plain: 103, controller: 203 }],
  ]),
  bindAddress: "0.0.0.0",
  rack: "zone-b",
  dataDir: "/data",
  tls: null,
  extra: {},
};

function read(settings: NodeSettings): Map<string, string> {
  const lines = serverProperties(settings).trimEnd().split("\n");
  return new Map(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}

test("a node binds the provider's address and tells clients the loopback", () => {
  const properties = read(node);
  expect(properties.get("listeners")).toBe("PLAINTEXT://0.0.0.0:102,CONTROLLER://0.0.0.0:202");
  expect(properties.get("advertised.listeners")).toBe("PLAINTEXT://127.0.0.1:102");
  expect(properties.get("controller.quorum.voters")).toBe("1@127.0.0.1:201,2@127.0.0.1:202,3@127.0.0.1:203");
  expect(properties.get("broker.rack")).toBe("zone-b");
});

test("three brokers replicate internal topics thrice, one broker once", () => {
  const alone = { ...node, id: 1, ports: new Map([[1, { plain: 101, controller: 201 }]]), rack: null };
  expect(read(node).get("offsets.topic.replication.factor")).toBe("3");
  expect(read(node).get("transaction.state.log.min.isr")).toBe("2");
  expect(read(alone).get("offsets.topic.replication.factor")).toBe("1");
  expect(read(alone).get("transaction.state.log.min.isr")).toBe("1");
  expect(read(alone).has("broker.rack")).toBe(false);
});

test("further properties win over the defaults", () => {
  expect(read({ ...node, extra: { "num.io.threads": "9" } }).get("num.io.threads")).toBe("9");
});

test("a secured node asks for a client certificate on the mTLS listener alone", () => {
  const ports = new Map([
    [2, { plain: 102, controller: 202, TLS: 302, MTLS: 402, SASL_SSL: 502, SASL_PLAINTEXT: 602 }],
  ]);
  const properties = read({ ...node, ports, tls: { keystore: "/k", truststore: "/t", adminPassword: "s" } });
  expect(properties.get("advertised.listeners")).toContain("MTLS://127.0.0.1:402,SASL_SSL://127.0.0.1:502");
  expect(properties.get("listener.security.protocol.map")).toContain("TLS:SSL,MTLS:SSL,SASL_SSL:SASL_SSL");
  expect(properties.get("listener.name.mtls.ssl.client.auth")).toBe("required");
  expect([...properties.keys()].filter((name) => name.endsWith("client.auth"))).toHaveLength(1);
});
