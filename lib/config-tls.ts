import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createSecureContext } from "node:tls";
import { z } from "zod";

/** Tls holds PEM texts; an empty object trusts the system's certificate authorities. */
export type Tls = {
  ca?: string;
  cert?: string;
  key?: string;
  passphrase?: string;
  servername?: string;
  rejectUnauthorized?: boolean;
};

const fields = z.strictObject({
  caFile: z.string().min(1).optional(),
  certFile: z.string().min(1).optional(),
  keyFile: z.string().min(1).optional(),
  passphrase: z.string().optional(),
  servername: z.string().optional(),
  insecureSkipVerify: z.boolean().optional(),
});

/** TlsFile is `tls` in a `highwater.yaml`: true, false, or its fields. Output: the fields, undefined for no TLS. */
export const TlsFile = z.preprocess(
  (value) => (value === true ? {} : value === false ? undefined : value),
  fields.optional(),
);
type TlsFile = z.infer<typeof TlsFile>;

/** Refuse ends the reading of a configuration with a sentence about a field of `tls`. */
export type Refuse = (field: string, message: string, cause?: unknown) => never;

function readPem(field: string, file: string | undefined, base: string, refuse: Refuse): string | undefined {
  if (file === undefined) return undefined;
  const path = resolve(/* turbopackIgnore: true */ base, file);
  try {
    const text = readFileSync(path, "utf8");
    return text.includes("-----BEGIN ") ? text : refuse(field, `${path} holds no PEM.`);
  } catch (cause) {
    if (cause instanceof Error && "syscall" in cause) refuse(field, `cannot read ${path}.`, cause);
    throw cause;
  }
}

// OpenSSL is the judge, at start and not at the first connection: of each file, and whether key and certificate fit.
function check({ ca, cert, key, passphrase }: Tls, refuse: Refuse): void {
  if (cert !== undefined && key === undefined) refuse("keyFile", "a certificate needs its key.");
  if (key !== undefined && cert === undefined) refuse("certFile", "a key needs its certificate.");
  const checks: Record<string, () => unknown> = {
    caFile: () => ca && new X509Certificate(ca),
    certFile: () => cert && new X509Certificate(cert),
    keyFile: () => key && createSecureContext({ cert, key, passphrase }),
  };
  for (const [field, take] of Object.entries(checks)) {
    try {
      take();
    } catch (cause) {
      refuse(field, `OpenSSL does not take it: ${(cause as Error).message}`, cause);
    }
  }
}

/** toTls reads the PEM files that `tls` names, relative to the directory `base`; null without TLS. Refuses what is not there, is no PEM, or does not fit together. */
export function toTls(tls: TlsFile, base: string, refuse: Refuse): Tls | null {
  if (tls === undefined) return null;
  const options = {
    ca: readPem("caFile", tls.caFile, base, refuse),
    cert: readPem("certFile", tls.certFile, base, refuse),
    key: readPem("keyFile", tls.keyFile, base, refuse),
    passphrase: tls.passphrase,
    servername: tls.servername,
    rejectUnauthorized: tls.insecureSkipVerify ? false : undefined,
  };
  check(options, refuse);
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
