/** placeholders are the words that a template knows. */
export const placeholders = ["uuid", "now", "nowMs", "seq"] as const;
type Placeholder = (typeof placeholders)[number];

/** Template is a text cut into what stays and what is filled in. */
export type Template = readonly (string | { placeholder: Placeholder })[];

/** TemplateValues are what one record is filled with: the same in its key, value and headers. `nowMs` in epoch ms, `seq` counts the records. */
export type TemplateValues = { uuid: string; nowMs: number; seq: number };

// Four braces stand for two; what is not closed is text.
const MARK = /(\{\{\{\{|\{\{[^{}]*\}\})/;

function toPart(piece: string): string | { placeholder: Placeholder } | { unknown: string } {
  if (piece === "{{{{") return "{{";
  if (!MARK.test(piece)) return piece;
  const word = piece.slice(2, -2).trim();
  const known = placeholders.find((placeholder) => placeholder === word);
  return known ? { placeholder: known } : { unknown: piece };
}

/** parseTemplate cuts a text at its placeholders {{uuid}} {{now}} {{nowMs}} {{seq}}; {{{{ is a literal {{. Gives the unknown placeholder as it was written when there is one. */
export function parseTemplate(text: string): { template: Template } | { unknown: string } {
  const parts = text.split(MARK).map(toPart);
  const unknown = parts.find((part) => typeof part === "object" && "unknown" in part);
  if (typeof unknown === "object" && "unknown" in unknown) return { unknown: unknown.unknown };
  return { template: parts as Template };
}

/** unknownPlaceholder is the sentence that names a placeholder that a template does not know. */
export function unknownPlaceholder(written: string): string {
  const known = placeholders.map((placeholder) => `{{${placeholder}}}`).join(", ");
  return `${written} is no placeholder: there are ${known}. {{{{ stands for {{.`;
}

/** fillTemplate gives a template's text for one record; {{now}} is ISO in UTC. */
export function fillTemplate(template: Template, { uuid, nowMs, seq }: TemplateValues): string {
  const values = { uuid, now: new Date(nowMs).toISOString(), nowMs: String(nowMs), seq: String(seq) };
  return template.map((part) => (typeof part === "string" ? part : values[part.placeholder])).join("");
}
