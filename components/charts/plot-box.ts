/** plotBox is how far a plot's area lies within its chart, in px; the overlay with the cursor covers just that. */
export const plotBox = { left: 56, right: 16, top: 10, timeAxis: 24, noTimeAxis: 6 } as const;
