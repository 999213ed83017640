import * as fc from "fast-check";
import { expect, test } from "vitest";
import { selectFirst } from "./select-first.ts";

test("the first of any list are those of the sorted list", () => {
  const ascending = (a: number, b: number) => a - b;
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 20 }), (numbers, limit) => {
      expect(selectFirst(numbers, limit, ascending)).toEqual(numbers.toSorted(ascending).slice(0, limit));
    }),
  );
});
