import { createLoader, parseAsBoolean, parseAsNativeArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { settingViews } from "@/components/configs/setting-rows.ts";

/** topicConfigsParams is what a link to a topic's settings holds: search, view, the open explanation, pending edits (`edit=retention.ms=259200000` sets, `edit=retention.ms` resets) and whether their review is open. */
export const topicConfigsParams = {
  search: parseAsString.withDefault(""),
  view: parseAsStringLiteral(settingViews).withDefault("all"),
  open: parseAsString,
  edit: parseAsNativeArrayOf(parseAsString),
  review: parseAsBoolean.withDefault(false),
};

/** loadTopicConfigsParams reads them from a page's search params. */
export const loadTopicConfigsParams = createLoader(topicConfigsParams);
