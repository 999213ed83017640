/** TopicSearch is a search in topics, taken apart: words that the name contains, and `setting=value` conditions. */
export type TopicSearch = { words: string[]; settings: { name: string; value: string }[] };

/** parseTopicSearch takes a search apart: "orders cleanup.policy=compact" -> a word and a setting. Case is ignored. */
export function parseTopicSearch(search: string): TopicSearch {
  const parts = search
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== "");
  const settings = parts.filter((part) => part.indexOf("=") > 0);
  return {
    words: parts.filter((part) => part.indexOf("=") <= 0),
    settings: settings.map((part) => ({
      name: part.slice(0, part.indexOf("=")),
      value: part.slice(part.indexOf("=") + 1),
    })),
  };
}

/** matchesSetting tells whether a setting's value is the wanted one; a list ("compact,delete") matches each of its members. */
export function matchesSetting(value: string | null, wanted: string): boolean {
  if (value === null) return false;
  const whole = value.toLowerCase();
  return whole === wanted || whole.split(",").some((member) => member.trim() === wanted);
}
