import { expect, test } from "vitest";
import { KafkaError } from "../kafka/kafka-error.ts";
import { refuseForeignOrigin } from "./origin.ts";

const json = { "content-type": "application/json" };

function refused(method: string, headers: Record<string, string>): boolean {
  const request = new Request("http://127.0.0.1:3000/api/clusters/a/topics", {
    method,
    headers: { host: "127.0.0.1:3000", ...headers },
  });
  try {
    refuseForeignOrigin(request);
    return false;
  } catch (error) {
    expect((error as KafkaError).code).toBe("FORBIDDEN_ORIGIN");
    return true;
  }
}

const rows: [sentence: string, method: string, headers: Record<string, string>, refused: boolean][] = [
  ["a script without any browser header may", "POST", json, false],
  ["our own page may", "POST", { ...json, "sec-fetch-site": "same-origin", origin: "http://127.0.0.1:3000" }, false],
  ["a person's own request, typed or scripted, may", "POST", { ...json, "sec-fetch-site": "none" }, false],
  ["a page of another site may not", "POST", { ...json, "sec-fetch-site": "cross-site" }, true],
  ["a page of the same site on another port may not", "POST", { ...json, "sec-fetch-site": "same-site" }, true],
  ["an origin of another host may not", "POST", { ...json, origin: "http://evil.example" }, true],
  ["an origin of another port may not", "POST", { ...json, origin: "http://127.0.0.1:4000" }, true],
  ["an opaque origin may not", "POST", { ...json, origin: "null" }, true],
  ["localhost is not 127.0.0.1", "POST", { ...json, origin: "http://localhost:3000" }, true],
  [
    "behind a proxy the host that the browser saw counts",
    "POST",
    { ...json, origin: "https://kafka.shop", "x-forwarded-host": "kafka.shop" },
    false,
  ],
  ["a form's text may not", "POST", { "content-type": "text/plain" }, true],
  ["a form's fields may not", "POST", { "content-type": "application/x-www-form-urlencoded" }, true],
  ["a form's file may not", "POST", { "content-type": "multipart/form-data; boundary=x" }, true],
  ["no content type at all may not", "POST", {}, true],
  ["a content type that only begins like JSON may not", "POST", { "content-type": "application/jsonp" }, true],
  ["JSON with a charset may", "POST", { "content-type": "Application/JSON; charset=utf-8" }, false],
  ["PATCH is refused alike", "PATCH", { ...json, "sec-fetch-site": "cross-site" }, true],
  ["DELETE is refused alike", "DELETE", { ...json, origin: "http://evil.example" }, true],
  ["DELETE without JSON may not", "DELETE", {}, true],
  ["PUT is refused alike", "PUT", { ...json, "sec-fetch-site": "cross-site" }, true],
  [
    "a read of another site changes nothing",
    "GET",
    { "sec-fetch-site": "cross-site", origin: "http://evil.example" },
    false,
  ],
  ["nor does HEAD", "HEAD", { "sec-fetch-site": "cross-site" }, false],
];

test.each(rows)("%s", (_, method, headers, expected) => {
  expect(refused(method, headers)).toBe(expected);
});
