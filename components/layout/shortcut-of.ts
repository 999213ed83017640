/** KeyPress is what of a keyboard event decides a shortcut. */
export type KeyPress = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** Shortcut is what a key asks for; `go` waits for the second key of `g …`. */
export type Shortcut = "palette" | "search" | "help" | "refresh" | "pause" | "go" | { go: string } | null;

const single: Record<string, Shortcut> = { "/": "search", "?": "help", r: "refresh", p: "pause", g: "go" };

/** shortcutOf decides what a key asks for. While typing only Ctrl+K and ⌘K count; after `g`, the next key names a page. */
export function shortcutOf(press: KeyPress, typing: boolean, afterG: boolean): Shortcut {
  const key = press.key.toLowerCase();
  if ((press.ctrlKey || press.metaKey) && !press.altKey && key === "k") return "palette";
  if (typing || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (afterG) return { go: key };
  return single[key] ?? null;
}
