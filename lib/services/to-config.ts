import type { Config, ConfigList, ConfigListQuery, ConfigSource, ConfigType, ConfigValue } from "../api/configs.ts";
import { paginate } from "../domain/paging.ts";
import type { ConfigEntry } from "../kafka/configs.ts";

// DescribeConfigsResponse.ConfigSource and ConfigType, by their numbers.
const sources: ConfigSource[] = [
  "unknown",
  "topic",
  "dynamic-broker",
  "dynamic-cluster",
  "static-broker",
  "default",
  "unknown",
  "unknown",
  "group",
];
const types: ConfigType[] = [
  "unknown",
  "boolean",
  "string",
  "int",
  "short",
  "long",
  "double",
  "list",
  "class",
  "password",
];

/** configSourceOf gives our word for Kafka's number of a source. */
export function configSourceOf(source: number): ConfigSource {
  return sources[source] ?? "unknown";
}

// Kafka's documentation is written for its web site.
function plainText(documentation: string | null): string | null {
  const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"' };
  const text = documentation
    ?.replaceAll(/<\/?(p|br|li|ul)\s*\/?>/gi, " ")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(lt|gt|amp|quot);/g, (entity) => entities[entity]!)
    .replaceAll(/\s+/g, " ")
    .trim();
  return text || null;
}

/** toConfigValue makes a setting's value of a broker's entry. */
export function toConfigValue({ name, value, source, readOnly, sensitive, type }: ConfigEntry): ConfigValue {
  return { name, value, source: configSourceOf(source), readOnly, sensitive, type: types[type] ?? "unknown" };
}

/** toConfig makes a setting of a broker's entry. `own` is the level at which it would be set here: what lies below is its default. */
export function toConfig(entry: ConfigEntry, own: ConfigSource): Config {
  const synonyms = entry.synonyms.map(({ name, value, source }) => ({ name, value, source: configSourceOf(source) }));
  const told = toConfigValue(entry);
  const { source } = told;
  const inherited = synonyms.find((synonym) => synonym.source !== own);
  return {
    ...told,
    defaultValue: inherited?.value ?? (source === own ? null : entry.value),
    defaultSource: inherited?.source ?? (source === own ? "unknown" : source),
    synonyms,
    documentation: plainText(entry.documentation),
  };
}

/** pageOfConfigs filters and pages settings, by name. */
export function pageOfConfigs(
  configs: Config[],
  query: ConfigListQuery,
  isOverridden: (config: Config) => boolean,
): Omit<ConfigList, "asOf" | "errors"> {
  const wanted = query.search.trim().toLowerCase();
  const matching = configs
    .filter((config) => config.name.includes(wanted) || (config.value?.toLowerCase().includes(wanted) ?? false))
    .filter((config) => query.overridden === undefined || isOverridden(config) === query.overridden)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return paginate(matching, query.page, query.pageSize);
}
