import { describe, expect, it } from "vitest";
import type { Member } from "@/lib/api/groups.ts";
import { inNameOrder } from "./member-order.ts";

const member = (clientId: string, host: string, memberId: string) => ({ clientId, host, memberId }) as Member;

describe("order of members", () => {
  it("counts within names, then goes by host and member id", () => {
    const members = [
      member("a-10", "h1", "x"),
      member("a-2", "h2", "x"),
      member("a-2", "h1", "y"),
      member("a-2", "h1", "x"),
    ];
    const order = inNameOrder(members).map(({ clientId, host, memberId }) => [clientId, host, memberId].join(" "));
    expect(order).toEqual(["a-2 h1 x", "a-2 h1 y", "a-2 h2 x", "a-10 h1 x"]);
  });
});
