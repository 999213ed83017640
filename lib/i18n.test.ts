import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import type { Locale } from "./format.ts";
import { locales, namespaces } from "./locales.ts";

const folder = path.join(import.meta.dirname, "../messages");

type Tree = { [key: string]: string | Tree };

/** leaves lists a catalogue's messages by their whole key. */
function leaves(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const whole = prefix === "" ? key : `${prefix}.${key}`;
    return typeof value === "string" ? [[whole, value]] : leaves(value, whole);
  });
}

const MANY = 7_001;

/** named lists what a message may take: every name that opens a brace, and every tag. More than it takes does no harm. */
function named(messages: string[]): { values: string[]; tags: string[] } {
  const find = (pattern: RegExp) => [
    ...new Set(messages.flatMap((message) => [...message.matchAll(pattern)].map(([, name]) => name ?? ""))),
  ];
  return { values: find(/\{\s*([A-Za-z]\w*)/g), tags: find(/<([A-Za-z]\w*)>/g) };
}

/** shownBy formats a message with a mark for each value and tag, and lists the marks that a reader sees. A plural is taken at "other", so a language may leave out an argument that only chooses between singular and plural. */
function shownBy(locale: Locale, message: string, { values, tags }: { values: string[]; tags: string[] }): string[] {
  const t = createTranslator({
    locale,
    messages: { message },
    onError: (error) => {
      throw error;
    },
  });
  const marks = Object.fromEntries(values.map((name, index) => [name, MANY + index]));
  const wrap = Object.fromEntries(tags.map((tag) => [tag, (chunks: string) => `<${tag}>${chunks}`]));
  const text = t.markup("message", { ...marks, ...wrap }).replaceAll(/(\d),(\d)/g, "$1$2");
  const seen = values.filter((name) => text.includes(String(marks[name])));
  return [...seen.map((name) => `{${name}}`), ...tags.filter((tag) => text.includes(`<${tag}>`))].toSorted();
}

function read(locale: string, namespace: string): Map<string, string> {
  const tree: Tree = JSON.parse(readFileSync(path.join(folder, locale, `${namespace}.json`), "utf8"));
  return new Map(leaves(tree));
}

test("every file of a catalogue is loaded, and every language has each", () => {
  for (const locale of locales) {
    const files = readdirSync(path.join(folder, locale)).map((file) => path.basename(file, ".json"));
    expect(files.toSorted()).toEqual([...namespaces].toSorted());
  }
});

describe.each(namespaces)("%s", (namespace) => {
  const [first, ...others] = locales;
  const base = read(first, namespace);

  test.each(others)("has the same keys in %s", (locale) => {
    expect([...read(locale, namespace).keys()].toSorted()).toEqual([...base.keys()].toSorted());
  });

  test.each(others)("shows the same arguments and tags in %s", (locale) => {
    const other = read(locale, namespace);
    const differ = [...base].flatMap(([key, message]) => {
      const translated = other.get(key) ?? "";
      const names = named([message, translated]);
      const [one, two] = [shownBy(first, message, names), shownBy(locale, translated, names)];
      return one.join(" ") === two.join(" ") ? [] : [{ key, [first]: one, [locale]: two }];
    });
    expect(differ).toEqual([]);
  });

  test.each(locales)("says something under every key in %s", (locale) => {
    const empty = [...read(locale, namespace)].filter(([, message]) => message.trim() === "");
    expect(empty).toEqual([]);
  });
});
