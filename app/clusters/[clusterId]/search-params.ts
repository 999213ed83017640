import { parseAsInteger } from "nuqs/server";
import { defaultShown } from "@/components/overview/attention-shown.ts";

/** overviewParams are the URL's words on the overview: `attention` is how many findings are in sight. What is read does not depend on them. */
export const overviewParams = { attention: parseAsInteger.withDefault(defaultShown) };
