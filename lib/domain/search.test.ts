import { expect, test } from "vitest";
import { matchesSetting, parseTopicSearch, type TopicSearch } from "./search.ts";

const searches: [sentence: string, search: string, parsed: TopicSearch][] = [
  [
    "words and settings are taken apart, whatever their order",
    "orders cleanup.policy=compact eu",
    { words: ["orders", "eu"], settings: [{ name: "cleanup.policy", value: "compact" }] },
  ],
  [
    "case and spaces are ignored",
    "  Orders   Cleanup.Policy=Compact ",
    { words: ["orders"], settings: [{ name: "cleanup.policy", value: "compact" }] },
  ],
  [
    "a value may be empty, or hold an equals sign",
    "a= b=c=d",
    {
      words: [],
      settings: [
        { name: "a", value: "" },
        { name: "b", value: "c=d" },
      ],
    },
  ],
  ["an equals sign without a name is a word", "=x", { words: ["=x"], settings: [] }],
  ["nothing typed asks for nothing", "   ", { words: [], settings: [] }],
];

test.each(searches)("%s", (_, search, parsed) => {
  expect(parseTopicSearch(search)).toEqual(parsed);
});

const values: [sentence: string, value: string | null, wanted: string, matches: boolean][] = [
  ["the value itself", "compact", "compact", true],
  ["each member of a list", "compact,delete", "delete", true],
  ["a member after a space", "compact, delete", "delete", true],
  ["the whole list", "compact,delete", "compact,delete", true],
  ["case is ignored", "Compact", "compact", true],
  ["a part of a value is not the value", "86400000", "864", false],
  ["another value", "delete", "compact", false],
  ["an unknown value matches nothing, not even nothing", null, "", false],
  ["an empty value is found by asking for an empty one", "", "", true],
];

test.each(values)("%s", (_, value, wanted, matches) => {
  expect(matchesSetting(value, wanted)).toBe(matches);
});
