import path from "node:path";
import type { NodePorts } from "./properties.ts";
import { CLIENT_PRINCIPAL, createCertificates } from "./tls.ts";
import type { ClusterRecord, ClusterSecurity, SecureListener } from "./types.ts";

/** secureCluster makes the certificates of a cluster and says how clients reach its secured listeners. */
export async function secureCluster(cluster: ClusterRecord, ports: Map<number, NodePorts>): Promise<ClusterSecurity> {
  const { ca, clientCert, clientKey } = await createCertificates(tlsDir(cluster));
  const at = (listener: SecureListener) => [...ports.values()].map((node) => `127.0.0.1:${node[listener]}`).join(",");
  return {
    ca,
    clientCert,
    clientKey,
    clientPrincipal: CLIENT_PRINCIPAL,
    users: { admin: "admin-secret", alice: "alice-secret" },
    bootstrap: { TLS: at("TLS"), MTLS: at("MTLS"), SASL_SSL: at("SASL_SSL"), SASL_PLAINTEXT: at("SASL_PLAINTEXT") },
  };
}

/** tlsDir is where a cluster's certificates lie. */
export function tlsDir(cluster: ClusterRecord): string {
  return path.join(cluster.dir, "tls");
}
