import { describe, expect, test } from "vitest";
import { ApiError } from "@/lib/api/client.ts";
import { retryable } from "./query-client.ts";

const refused = (status: number) =>
  new ApiError({ type: "about:blank", title: "", status, code: "INVALID", detail: "", requestId: "" });

describe("retryable tries again only where it may help, and twice at most", () => {
  test.each([
    [0, refused(503), true],
    [1, refused(504), true],
    [2, refused(503), false],
    [0, refused(404), false],
    [0, refused(403), false],
    [0, refused(0), true],
    [0, new Error("network"), true],
  ])("after %i failures with %o: %s", (failures, error, again) => expect(retryable(failures, error)).toBe(again));
});
