import { describe, expect, test } from "vitest";
import { currentTab } from "./current-tab.ts";

const tabs = ["/c/t/a%2Fb", "/c/t/a%2Fb/partitions", "/c/t/a%2Fb/configs"].map((href) => ({ href, label: href }));

describe("currentTab is the longest tab that the address stands in", () => {
  test.each([
    ["/c/t/a%2Fb", "/c/t/a%2Fb"],
    ["/c/t/a%2fb/configs", "/c/t/a%2Fb/configs"],
    ["/c/t/a%2Fb/partitions/3", "/c/t/a%2Fb/partitions"],
    ["/c/t/a%2Fbc", undefined],
  ])("%s -> %s", (pathname, href) => expect(currentTab(tabs, pathname)?.href).toBe(href));
});
