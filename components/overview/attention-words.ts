import type { Attention, AttentionCode } from "@/lib/api/overview.ts";
import { paths } from "@/lib/paths.ts";

/** AttentionKey is a finding's key in the catalogue `overview.attention`; that many topics lack a replica while a broker is down is one finding of its own. */
export type AttentionKey = AttentionCode | "TOPICS_UNDER_REPLICATED";

/** attentionKey is the key of a finding's sentence. */
export function attentionKey({ code, kind }: Pick<Attention, "code" | "kind">): AttentionKey {
  return code === "UNDER_REPLICATED" && kind === "cluster" ? "TOPICS_UNDER_REPLICATED" : code;
}

/** AttentionLink is where a finding is mended: the key of the link's words, and its address. */
export type AttentionLink = {
  label: "openTopic" | "openTopics" | "openGroup" | "openBroker" | "openBrokers";
  href: string;
};

/** attentionLink is the one link of a finding. */
export function attentionLink(
  clusterId: string,
  { kind, name, code }: Pick<Attention, "kind" | "name" | "code">,
): AttentionLink {
  if (kind === "topic") return { label: "openTopic", href: paths.topic(clusterId, name) };
  if (kind === "group") return { label: "openGroup", href: paths.group(clusterId, name) };
  if (kind === "broker") return { label: "openBroker", href: paths.broker(clusterId, name) };
  if (code === "UNDER_REPLICATED")
    return { label: "openTopics", href: paths.topics(clusterId, { underReplicated: true }) };
  return { label: "openBrokers", href: paths.brokers(clusterId) };
}

type Words = {
  count: (value: string | number) => string;
  share: (share: number) => string;
  duration: (ms: number) => string;
};

/** attentionFigures gives a finding's figures twice: as numbers, for plurals, and as shown. */
export function attentionFigures(
  { name, values }: Pick<Attention, "name" | "values">,
  words: Words,
): Record<string, string | number> {
  const figures: Record<string, string | number> = { name, behind: "none" };
  for (const [key, value] of Object.entries(values)) {
    if (key === "share") figures["share"] = words.share(Number(value));
    else if (key === "timesMean") figures["times"] = String(Math.round(Number(value) * 10) / 10);
    else if (key === "partition" || key === "topic") figures[key] = String(value);
    else if (key === "ms") figures["time"] = words.duration(Number(value));
    else if (key === "lagMs") figures["behind"] = words.duration(Number(value));
    else {
      figures[key] = Number(value);
      figures[`${key}Shown`] = words.count(value);
    }
  }
  return figures;
}
