/** KafkaOptions says which local cluster startKafka makes; every field has a default that suits tests. */
export type KafkaOptions = {
  /** The version of Kafka (default: that of pom.xml). */
  version?: string;
  /** Brokers, each a KRaft controller too: 1 or 3 (default 3). */
  brokers?: number;
  /** Where the cluster lives; kept after stop. Without it a temporary directory is made and removed. */
  dir?: string;
  /** Further lines of server.properties, the same for every broker. */
  properties?: Record<string, string>;
  /** broker.rack of broker 1, 2, ...; repeated when shorter than the number of brokers. */
  racks?: string[];
  /** Adds TLS, mTLS and SASL listeners, users and an authorizer beside the plain listener. */
  security?: boolean;
  /** Forces a provider; by default Java when it is there, else Docker. */
  provider?: ProviderName;
  /** Further arguments of the JVM of a broker, by its id: Java processes only. */
  javaArgs?: (id: number) => string[];
  /** Largest heap of one broker in MiB (default 192). */
  heapMb?: number;
  /** Told what happens, a line at a time. */
  log?: (line: string) => void;
};

/** ProviderName says what runs the brokers: Java processes or containers. */
export type ProviderName = "java" | "docker";

/** BrokerRecord is what never changes about one broker, as cluster.json holds it. */
export type BrokerRecord = {
  id: number;
  host: string;
  port: number;
  rack: string | null;
  dir: string;
  logFile: string;
  /** Further arguments of its JVM. */
  javaArgs?: string[];
};

/** ClusterRecord is cluster.json: all that another process needs to operate a running cluster. */
export type ClusterRecord = {
  clusterId: string;
  version: string;
  provider: ProviderName;
  dir: string;
  bootstrap: string;
  heapMb: number;
  /** Every port that clients use. */
  ports: number[];
  brokers: BrokerRecord[];
  security: ClusterSecurity | null;
};

/** ClusterSecurity holds PEM paths, the users with their passwords, and one bootstrap string a secured listener. */
export type ClusterSecurity = {
  ca: string;
  clientCert: string;
  clientKey: string;
  /** Distinguished name that Kafka takes from the client certificate (RFC 2253 order). */
  clientPrincipal: string;
  /** admin may do everything; alice may do nothing until an ACL says so. */
  users: Record<"admin" | "alice", string>;
  bootstrap: Record<SecureListener, string>;
};

/** SecureListener names a listener: server TLS, TLS with client certificate, SASL over TLS, SASL in the clear. */
export type SecureListener = "TLS" | "MTLS" | "SASL_SSL" | "SASL_PLAINTEXT";

/** LocalBroker is a broker and the process that runs it now: pid is null while it is stopped. */
export type LocalBroker = BrokerRecord & { pid: number | null };

/** LocalKafka operates a local cluster, from the process that started it or from one that attached to it. */
export type LocalKafka = {
  readonly clusterId: string;
  readonly dir: string;
  readonly bootstrap: string;
  readonly security: ClusterSecurity | null;
  readonly brokers: LocalBroker[];
  /** Starts brokers and resolves when each answers and is seen by itself in the metadata. */
  startBroker(...ids: number[]): Promise<void>;
  /** Ends brokers as an operator does (SIGTERM, controlled shutdown). */
  stopBroker(...ids: number[]): Promise<void>;
  /** Ends brokers as a crash does (SIGKILL). */
  killBroker(...ids: number[]): Promise<void>;
  /** Freezes a broker: connections stay open, nothing answers (SIGSTOP). */
  pauseBroker(id: number): void;
  /** Lets a frozen broker go on (SIGCONT). */
  resumeBroker(id: number): void;
  /** Runs one of Kafka's own command line classes against the cluster and gives what it printed. */
  tool(className: string, args: string[]): Promise<string>;
  /** Ends every broker and removes the directory when startKafka made it. */
  stop(): Promise<void>;
};
