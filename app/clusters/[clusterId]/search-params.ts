import { parseAsInteger } from "nuqs/server";
import type { ThroughputAsk } from "@/lib/queries/throughput.ts";
import { defaultShown } from "@/components/overview/attention-shown.ts";

/** overviewFlow is what the overview asks of the history: the last hour of the whole cluster. */
export const overviewFlow: ThroughputAsk = { by: "topic", lastMs: 3_600_000 };

/** overviewParams are the URL's words on the overview: `attention` is how many findings are in sight. What is read does not depend on them. */
export const overviewParams = { attention: parseAsInteger.withDefault(defaultShown) };
