import type { Topic } from "@/lib/api/topics.ts";
import type { Draft } from "./draft.ts";

/** FieldProps are those of every part of the form: the draft, how to change it, what is wrong by the API's path, and the topic. */
export type FieldProps = {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  errors: ReadonlyMap<string, string>;
  details: Topic;
};
