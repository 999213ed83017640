import { Connection, createAPI, Writer } from "@platformatic/kafka";

type Ask = { group: string; memberId: string; epoch: number; topic: string | null };
type Answer = { errorCode: number; errorMessage: string | null; epoch: number };

const NOT_COORDINATOR = 16;
const JOIN = 0;
const LEAVE = -1;
const nothing = () => undefined;

// One subtopology that reads one topic; a nullable struct is 1 or -1 before its fields (KIP-893).
function appendTopology(writer: Writer, topic: string | null): Writer {
  if (topic === null) return writer.appendInt8(-1);
  return writer
    .appendInt8(1)
    .appendInt32(1)
    .appendArray([topic], (inner, source) => {
      inner
        .appendString("0")
        .appendArray([source], (each, name) => each.appendString(name), true, false)
        .appendArray([], nothing)
        .appendArray([], nothing)
        .appendArray([], nothing)
        .appendArray([], nothing)
        .appendArray([], nothing);
    })
    .appendTaggedFields();
}

// StreamsGroupHeartbeat v0 (KIP-1071).
const heartbeat = createAPI<[Ask], Answer>(
  88,
  0,
  ({ group, memberId, epoch, topic }: Ask) => {
    const joins = topic !== null;
    const writer = Writer.create()
      .appendString(group)
      .appendString(memberId)
      .appendInt32(epoch)
      .appendInt32(0)
      .appendString(null)
      .appendString(null)
      .appendInt32(joins ? 60_000 : -1);
    return appendTopology(writer, topic)
      .appendArray(joins ? [] : null, nothing)
      .appendArray(joins ? [] : null, nothing)
      .appendArray(joins ? [] : null, nothing)
      .appendString(joins ? `${memberId}-process` : null)
      .appendInt8(-1)
      .appendArray(joins ? [] : null, nothing)
      .appendArray(null, nothing)
      .appendArray(null, nothing)
      .appendBoolean(false)
      .appendTaggedFields();
  },
  (_correlationId, _key, _version, reader) => {
    reader.readInt32();
    const [errorCode, errorMessage] = [reader.readInt16(), reader.readNullableString()];
    reader.readString();
    return { errorCode, errorMessage, epoch: reader.readInt32() };
  },
);

function expectNoError({ errorCode, errorMessage }: Answer): void {
  if (errorCode !== 0) throw new Error(`Heartbeat refused: ${errorCode} ${errorMessage ?? ""}`);
}

/** StreamsMember is a member of a streams group: `beat` says that it is still there and takes what it is given, `leave` ends it. */
export type StreamsMember = { beat(): Promise<void>; leave(): Promise<void> };

/** joinStreams joins a streams group as an application with one subtopology that reads a topic. */
export async function joinStreams(
  brokers: { host: string; port: number }[],
  group: string,
  memberId: string,
  topic: string,
): Promise<StreamsMember> {
  for (const { host, port } of brokers) {
    const connection = new Connection(memberId, {});
    await connection.connect(host, port);
    const send = (epoch: number, joined: string | null = null) =>
      heartbeat.async(connection, { group, memberId, epoch, topic: joined });
    let told = await send(JOIN, topic);
    if (told.errorCode === NOT_COORDINATOR) {
      await connection.close();
      continue;
    }
    expectNoError(told);
    return {
      async beat() {
        told = await send(told.epoch);
        expectNoError(told);
      },
      async leave() {
        await send(LEAVE);
        await connection.close();
      },
    };
  }
  throw new Error(`No broker is the coordinator of ${group}.`);
}
