import { expect, it } from "vitest";
import { parseTableLook } from "./table-look.ts";

it("reads what was remembered, and forgets what it does not understand", () => {
  expect(parseTableLook('{"hidden":["groups"],"dense":true}')).toEqual({ hidden: ["groups"], dense: true });
  expect(parseTableLook("{")).toEqual({ hidden: [], dense: false });
  expect(parseTableLook('{"hidden":"groups"}')).toEqual({ hidden: [], dense: false });
  expect(parseTableLook(undefined)).toEqual({ hidden: [], dense: false });
});
