import type { ReactNode } from "react";

/** bold is the tag <b> of a message, for t.rich. */
export const bold = { b: (text: ReactNode) => <b>{text}</b> };
