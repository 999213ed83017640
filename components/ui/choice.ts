/** Choice is one of a few exclusive options; `count` is how many it would show, null when that is not known. */
export type Choice<V extends string> = {
  value: V;
  label: string;
  count?: number | null;
  disabled?: boolean;
  lang?: string;
};
