import { existsSync } from "node:fs";
import { appendFile, copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { mustRun } from "./command.ts";

/** TlsFiles are paths of PEM files: what clients need (ca, clientCert, clientKey) and the broker's own stores. */
export type TlsFiles = { ca: string; clientCert: string; clientKey: string; keystore: string; truststore: string };

/** CLIENT_PRINCIPAL is how Kafka names the owner of the client certificate: its RFC 2253 name, last part first. */
export const CLIENT_PRINCIPAL = "User:O=highwater,CN=highwater-client";

/** createCertificates makes, once per directory, a CA and a broker and a client certificate that it signed. */
export async function createCertificates(dir: string): Promise<TlsFiles> {
  const at = (name: string) => path.join(dir, name);
  const files = { ca: at("ca.crt"), clientCert: at("client.crt"), clientKey: at("client.key") };
  const stores = { keystore: at("broker.pem"), truststore: at("ca.crt") };
  if (existsSync(stores.keystore)) return { ...files, ...stores };
  await mkdir(dir, { recursive: true });
  const subject = ["-subj", "/CN=Highwater local CA", "-keyout", "ca.key", "-out", "ca.crt"];
  await openssl(dir, ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", ...subject]);
  await sign(dir, "client", "/CN=highwater-client/O=highwater", "extendedKeyUsage=clientAuth");
  await sign(dir, "broker", "/CN=localhost/O=highwater", "subjectAltName=DNS:localhost,IP:127.0.0.1");
  await copyFile(at("broker.key"), stores.keystore);
  for (const part of ["broker.crt", "ca.crt"]) await appendFile(stores.keystore, await readFile(at(part)));
  return { ...files, ...stores };
}

async function sign(dir: string, name: string, subject: string, extension: string): Promise<void> {
  await writeFile(path.join(dir, `${name}.ext`), `${extension}\n`);
  const request = ["-subj", subject, "-keyout", `${name}.key`, "-out", `${name}.csr`];
  await openssl(dir, ["req", "-new", "-newkey", "rsa:2048", "-nodes", ...request]);
  const signed = ["-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", `${name}.ext`];
  await openssl(dir, ["x509", "-req", "-days", "3650", "-in", `${name}.csr`, ...signed, "-out", `${name}.crt`]);
}

function openssl(dir: string, args: string[]): Promise<string> {
  return mustRun("openssl", args, dir);
}
