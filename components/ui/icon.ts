/** ICON is how every icon of the set is drawn beside text: 16 px, 1.8 px lines, silent to screen readers. */
export const ICON = { size: 16, stroke: 1.8, "aria-hidden": true } as const;
