import { fillTemplate, parseTemplate, type TemplateValues } from "@/lib/domain/message-template.ts";
import type { DatumDraft, Draft } from "./draft.ts";

/** PreviewRecord is the key and value of one copy as they would be written; null for null. */
export type PreviewRecord = { key: string | null; value: string | null };

function filled(datum: DatumDraft, values: TemplateValues): string | null {
  if (datum.none) return null;
  if (datum.encoding !== "text" && datum.encoding !== "json") return datum.data;
  const parsed = parseTemplate(datum.data);
  return "unknown" in parsed ? datum.data : fillTemplate(parsed.template, values);
}

/** previewOf gives the first copies of a template, one for each of `uuids`. */
export function previewOf(draft: Draft, nowMs: number, uuids: readonly string[]): PreviewRecord[] {
  return uuids.map((uuid, index) => {
    const values = { uuid, nowMs, seq: index + 1 };
    return { key: filled(draft.key, values), value: filled(draft.value, values) };
  });
}
