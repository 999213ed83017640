import { describe, expect, test } from "vitest";
import { crumbsOf } from "./crumbs.ts";

/** told writes a path as it reads, linked steps in brackets. */
const told = (pathname: string) =>
  crumbsOf(pathname, "prod-eu")
    .map(({ name, page, href }) => (href ? `[${name ?? page}]` : (name ?? page)))
    .join(" / ");

describe("crumbsOf works the path out from the address", () => {
  test.each([
    ["/", "clusters"],
    ["/clusters/p", "[prod-eu] / overview"],
    ["/clusters/p/topics", "[prod-eu] / topics"],
    ["/clusters/p/topics/orders", "[prod-eu] / [topics] / orders"],
    ["/clusters/p/topics/orders/configs", "[prod-eu] / [topics] / [orders] / configs"],
    ["/clusters/p/topics/orders/messages/latest", "[prod-eu] / [topics] / [orders] / messages"],
    ["/clusters/p/topics/a%2Fb/groups", "[prod-eu] / [topics] / [a/b] / groups"],
    ["/clusters/p/create-topic", "[prod-eu] / [topics] / createTopic"],
    ["/clusters/p/groups/%E0%A4%A", "[prod-eu] / [groups] / %E0%A4%A"],
    ["/clusters/p/brokers/3", "[prod-eu] / [brokers] / 3"],
    ["/clusters/p/throughput", "[prod-eu] / throughput"],
    ["/clusters/p/elsewhere", "prod-eu"],
  ])("%s -> %s", (pathname, path) => expect(told(pathname)).toBe(path));
});
