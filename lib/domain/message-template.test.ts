import { describe, expect, test } from "vitest";
import { fillTemplate, parseTemplate } from "./message-template.ts";

const values = { uuid: "6f1c", nowMs: Date.UTC(2026, 10, 23, 12), seq: 7 };

function fill(text: string): string {
  const parsed = parseTemplate(text);
  return "unknown" in parsed ? `unknown ${parsed.unknown}` : fillTemplate(parsed.template, values);
}

describe("a template", () => {
  const filled: [sentence: string, text: string, result: string][] = [
    ["text stays as it is", "order-1", "order-1"],
    ["an empty text stays empty", "", ""],
    [
      "each placeholder is filled in",
      "{{uuid}} {{now}} {{nowMs}} {{seq}}",
      "6f1c 2026-11-23T12:00:00.000Z 1795435200000 7",
    ],
    ["one that comes twice is the same twice", "{{uuid}}-{{uuid}}", "6f1c-6f1c"],
    ["spaces within the braces are no matter", "{{ seq }}", "7"],
    ["JSON's own braces are text", '{"a":{"b":{}},"n":{{seq}}}', '{"a":{"b":{}},"n":7}'],
    ["a brace before a placeholder is text", "{{{seq}}}", "{7}"],
    ["four braces are two", "{{{{uuid}}", "{{uuid}}"],
    ["four braces before a placeholder", "{{{{{{seq}}", "{{7"],
    ["what is not closed is text", "{{uuid", "{{uuid"],
    ["single braces are text", "{uuid}", "{uuid}"],
    ["an unknown one is named", "a {{name}} b", "unknown {{name}}"],
    ["the first of several unknown ones is named", "{{seq}} {{ a }} {{b}}", "unknown {{ a }}"],
    ["an empty one is unknown", "{{}}", "unknown {{}}"],
    ["case counts", "{{UUID}}", "unknown {{UUID}}"],
  ];
  test.each(filled)("%s", (_, text, result) => expect(fill(text)).toBe(result));
});
