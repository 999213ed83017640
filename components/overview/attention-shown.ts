/** defaultShown is how many findings the overview shows before it is asked for more. */
export const defaultShown = 4;

const step = 50;

/** nextShown is how many findings are in sight after asking for more. */
export function nextShown(shown: number): number {
  return shown <= defaultShown ? step : shown + step;
}
