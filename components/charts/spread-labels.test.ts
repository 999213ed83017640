import { expect, test } from "vitest";
import { spreadLabels } from "./spread-labels.ts";

test.each([
  ["leaves labels alone that have room", [10, 50], [10, 50]],
  ["moves the lower of two down", [20, 25], [20, 36]],
  ["keeps the order of the wishes", [25, 20], [36, 20]],
  ["stays within the bottom, and pushes the upper up", [90, 95], [84, 100]],
  ["stays within the top", [-5, 0], [0, 16]],
])("spreadLabels %s", (_, wishes, places) => {
  expect(spreadLabels(wishes, 16, 0, 100)).toEqual(places);
});
