import { createAPI, describeLogDirsV4, type Reader } from "@platformatic/kafka";
import { Cursor } from "./cursor.ts";
import { protocolErrorName } from "./protocol-error.ts";

/** ReplicaSize is the log of one replica on one broker; `offsetLag` how far it is behind, in records. `future`: it is being moved here from another directory. */
export type ReplicaSize = { topic: string; partition: number; sizeBytes: bigint; offsetLag: bigint; future: boolean };

/** LogDirInfo is a log directory of a broker; totals are null before Kafka 3.3 (KIP-827). */
export type LogDirInfo = {
  path: string;
  error: string | null;
  totalBytes: bigint | null;
  usableBytes: bigint | null;
  replicas: ReplicaSize[];
};

/** LogDirsTold is a DescribeLogDirs answer: why it was refused (0: it was not), and each log directory. */
export type LogDirsTold = { errorCode: number; logDirs: LogDirInfo[] };

const clusterAuthorizationFailed = 31;

// Most replicas are in step, and a bigint of its own for each is garbage by the thousand.
function readLag({ bytes, view }: Cursor, at: number): bigint {
  return bytes.readInt32BE(at) === 0 && bytes.readInt32BE(at + 4) === 0 ? 0n : view.getBigInt64(at);
}

function readTopic(cursor: Cursor, replicas: ReplicaSize[]): void {
  const { bytes, view } = cursor;
  const topic = cursor.string();
  for (let count = cursor.uVarInt() - 1; count > 0; count--) {
    const { at } = cursor;
    replicas.push({
      topic,
      partition: bytes.readInt32BE(at),
      sizeBytes: view.getBigInt64(at + 4),
      offsetLag: readLag(cursor, at + 12),
      future: bytes[at + 20] !== 0,
    });
    cursor.at += 21;
    cursor.skipTags();
  }
  cursor.skipTags();
}

function readBytes(cursor: Cursor): bigint | null {
  const bytes = cursor.int64();
  return bytes < 0n ? null : bytes;
}

function readLogDir(cursor: Cursor, version: number): LogDirInfo {
  const errorCode = cursor.int16();
  const path = cursor.string();
  const replicas: ReplicaSize[] = [];
  for (let count = cursor.uVarInt() - 1; count > 0; count--) readTopic(cursor, replicas);
  const totalBytes = version >= 4 ? readBytes(cursor) : null;
  const usableBytes = version >= 4 ? readBytes(cursor) : null;
  cursor.skipTags();
  return { path, error: errorCode === 0 ? null : protocolErrorName(errorCode), totalBytes, usableBytes, replicas };
}

/** decodeLogDirs reads the body of an answer, from the reader's position. Before version 3 a broker that refuses tells of no log directory, which none is without. */
export function decodeLogDirs(_correlationId: number, _apiKey: number, version: number, reader: Reader): LogDirsTold {
  const cursor = new Cursor(reader.buffer.buffer, reader.position + 4);
  const told = version >= 3 ? cursor.int16() : 0;
  const logDirs = cursor.array(() => readLogDir(cursor, version));
  const errorCode = version < 3 && logDirs.length === 0 ? clusterAuthorizationFailed : told;
  return { errorCode, logDirs };
}

// The client makes three objects of each replica before anybody has asked for one.
const describeLogDirs = (version: number) => createAPI(35, version, describeLogDirsV4.createRequest, decodeLogDirs);

/** describeLogDirsVersions are DescribeLogDirs (key 35) in its versions 4 (Kafka 3.3, KIP-827), 3 (3.2) and 2 (2.6), whose requests are the same. */
export const describeLogDirsVersions = [describeLogDirs(4), describeLogDirs(3), describeLogDirs(2)];
