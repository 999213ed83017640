import { type CommandTarget, quoteForShell } from "./command-line.ts";

type Bytes = Uint8Array | null;

/** CommandRecord is a record as the command line writes it; `placed`: into a partition that was asked for, `timed`: with a timestamp of its own. */
export type CommandRecord = {
  key: Bytes;
  value: Bytes;
  headers: readonly { name: Uint8Array; value: Bytes }[];
  placed: boolean;
  timed: boolean;
};

/** NoCommand says why kafka-console-producer.sh cannot write the same; see NoCommandReason of the wire. */
export type NoCommand = "partition" | "partitioner" | "timestamp" | "bytes" | "lines" | "separators" | "many";

/** ProduceCommand is the command line, or the reason that there is none. */
export type ProduceCommand = { command: string; noCommand: null } | { command: null; noCommand: NoCommand };

type Text = string | null;
type Texts = { key: Text; value: Text; headers: readonly (readonly [name: Text, value: Text])[] };

const MOST_LINES = 3;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

// Throws for bytes that are no UTF-8.
function textsOf({ key, value, headers }: CommandRecord): Texts {
  const text = (bytes: Bytes) => (bytes === null ? null : utf8.decode(bytes));
  return {
    key: text(key),
    value: text(value),
    headers: headers.map((header) => [text(header.name), text(header.value)] as const),
  };
}

function readTexts(records: readonly CommandRecord[]): Texts[] | null {
  try {
    return records.map(textsOf);
  } catch {
    return null;
  }
}

// The first that no text holds, so that it cuts where it should.
function free(candidates: readonly string[], texts: readonly string[]): string | undefined {
  return candidates.find((candidate) => texts.every((text) => !text.includes(candidate)));
}

// LineMessageReader's properties (org.apache.kafka.tools.LineMessageReader; null.marker: KIP-810).
function layout(records: readonly Texts[]): { lines: string[]; properties: string[] } | null {
  const texts = records
    .flatMap(({ key, value, headers }) => [key, value, ...headers.flat()])
    .filter((text) => text !== null);
  const separators = [
    free(["|", "::", "~~"], texts),
    free(["#", ";;", "@@"], texts),
    free([",", ";", "&&"], texts),
    free([":", "=", "=="], texts),
    free(["NULL", "<null>", "null!"], texts),
  ];
  if (separators.includes(undefined)) return null;
  const [afterKey, afterHeaders, between, within, marker] = separators as string[];
  const keys = records.some(({ key }) => key !== null);
  const headers = records.some((record) => record.headers.length > 0);
  const toHeaders = (record: Texts) =>
    record.headers.length === 0
      ? marker
      : record.headers.map(([name, value]) => `${name}${within}${value ?? marker}`).join(between);
  const lines = records.map((record) => {
    const before = [
      headers ? `${toHeaders(record)}${afterHeaders}` : "",
      keys ? `${record.key ?? marker}${afterKey}` : "",
    ];
    return `${before.join("")}${record.value ?? marker}`;
  });
  return {
    lines,
    properties: [
      ...(keys ? ["parse.key=true", `key.separator=${afterKey}`] : []),
      ...(headers ? ["parse.headers=true", `headers.delimiter=${afterHeaders}`] : []),
      ...(headers ? [`headers.separator=${between}`, `headers.key.separator=${within}`] : []),
      ...(lines.some((line) => line.includes(marker!)) ? [`null.marker=${marker}`] : []),
    ],
  };
}

function reasonOf(records: readonly CommandRecord[], partitioner: string): NoCommand | null {
  if (records.length > MOST_LINES) return "many";
  if (records.some(({ placed }) => placed)) return "partition";
  if (records.some(({ timed }) => timed)) return "timestamp";
  return partitioner !== "murmur2" && records.some(({ key }) => key !== null) ? "partitioner" : null;
}

const none = (noCommand: NoCommand): ProduceCommand => ({ command: null, noCommand });

/** produceCommand is kafka-console-producer.sh with its records written by the shell, a line each. It reads text alone, and has neither partitions nor timestamps. */
export function produceCommand(
  target: CommandTarget,
  topic: string,
  { partitioner, compression }: { partitioner: string; compression: string },
  records: readonly CommandRecord[],
): ProduceCommand {
  const reason = reasonOf(records, partitioner);
  if (reason) return none(reason);
  const texts = readTexts(records);
  if (!texts) return none("bytes");
  const laid = layout(texts);
  if (!laid) return none("separators");
  if (laid.lines.some((line) => /[\r\n]/.test(line))) return none("lines");
  const options = [
    ["--bootstrap-server", quoteForShell(target.bootstrapServers.join(","))],
    ...(target.secured ? [["--producer.config", "client.properties"]] : []),
    ["--topic", quoteForShell(topic)],
    ...(compression === "none" ? [] : [["--compression-codec", compression]]),
    ...laid.properties.map((property) => ["--property", quoteForShell(property)]),
  ];
  const tool = `printf '%s\\n' ${laid.lines.map(quoteForShell).join(" ")} | kafka-console-producer.sh`;
  return { command: [tool, ...options.map((words) => words.join(" "))].join(" \\\n  "), noCommand: null };
}
