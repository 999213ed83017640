import { createLoader, parseAsString } from "nuqs/server";
import { rangeParams } from "@/components/charts/range-params.ts";

/** topicThroughputParams are the URL's words of a topic's throughput: its time, and the one group whose reading is shown. */
export const topicThroughputParams = { ...rangeParams, group: parseAsString };

/** loadTopicThroughputParams reads them on the server. */
export const loadTopicThroughputParams = createLoader(topicThroughputParams);
