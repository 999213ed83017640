const LARGEST_DENOMINATOR = 12;

/** describeShare writes a share of 1 as a small fraction ("1/2", "11/12") where it is one, else null. */
export function describeShare(share: number): string | null {
  for (let denominator = 2; denominator <= LARGEST_DENOMINATOR; denominator++) {
    const numerator = Math.round(share * denominator);
    if (Math.abs(share - numerator / denominator) < 1e-9 && numerator > 0 && numerator < denominator)
      return `${numerator}/${denominator}`;
  }
  return null;
}
