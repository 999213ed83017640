/** clientHost is a member's address as people write it; Kafka's brokers tell it with Java's leading slash (InetAddress.toString). */
export function clientHost(host: string): string {
  return host.startsWith("/") ? host.slice(1) : host;
}
