import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** produceModes are the two ways to write: one record (or copies of it), or a file of them. */
export const produceModes = ["record", "file"] as const;

/** produceParams is what the link of the page holds: the mode, and with `from` (`partition-offset`) the record that is to be written again. */
export const produceParams = {
  mode: parseAsStringLiteral(produceModes).withDefault("record"),
  from: parseAsString,
};

/** loadProduceParams reads them from a page's search params. */
export const loadProduceParams = createLoader(produceParams);
