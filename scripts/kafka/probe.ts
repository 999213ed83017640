import { Connection, describeClusterV1 } from "@platformatic/kafka";

const BROKERS_ENDPOINT = 1;

/** seenBy gives the ids of the brokers that the one at 127.0.0.1:port knows (DescribeCluster), [] while it is silent. */
export async function seenBy(port: number): Promise<number[]> {
  const connection = new Connection("highwater-local", { connectTimeout: 1000, requestTimeout: 2000 });
  connection.on("error", () => {});
  try {
    await connection.connect("127.0.0.1", port);
    const { brokers } = await describeClusterV1.api.async(connection, false, BROKERS_ENDPOINT);
    return brokers.map((broker) => broker.brokerId);
  } catch {
    return [];
  } finally {
    await connection.close();
  }
}
