import { describe, expect, test } from "vitest";
import { currentPage } from "./pages.ts";

describe("currentPage is the page that an address belongs to", () => {
  test.each([
    ["/", null],
    ["/clusters/p", "overview"],
    ["/clusters/p/topics", "topics"],
    ["/clusters/p/topics/orders/configs", "topics"],
    ["/clusters/p/create-topic", "topics"],
    ["/clusters/p/groups/x", "groups"],
    ["/clusters/p/throughput", "throughput"],
    ["/clusters/p/elsewhere", null],
  ])("%s -> %s", (pathname, page) => expect(currentPage(pathname)).toBe(page));
});
