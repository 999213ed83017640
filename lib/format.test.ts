import { describe, expect, test } from "vitest";
import {
  formatAge,
  formatBinaryBytes,
  formatBytes,
  formatChange,
  formatCount,
  formatDuration,
  formatExact,
  formatRate,
  formatShare,
  type Numeric,
} from "./format.ts";

/** plain writes the no-break spaces as ordinary ones, so that the tables can be read. */
const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, " ");

describe("formatCount is exact below a million and three digits from there", () => {
  test.each<[Numeric, string]>([
    [0, "0"],
    [84_210, "84,210"],
    ["999999", "999,999"],
    [1_000_000n, "1.00M"],
    [2_321_000, "2.32M"],
    [37_400_000, "37.4M"],
    ["85900000", "85.9M"],
    [999_499_999, "999M"],
    [999_500_000, "1.00B"],
    [5_830_000_000n, "5.83B"],
    [1_795_440_484_117n, "1.80T"],
    ["9223372036854775807", "9,223,372T"],
    [-84_210, "\u221284,210"],
    [-37_400_000n, "\u221237.4M"],
  ])("%s -> %s", (value, text) => expect(formatCount(value, "en")).toBe(text));

  test("Korean writes the same figures", () => expect(formatCount(37_400_000, "ko")).toBe("37.4M"));
});

describe("formatExact groups every digit, also past what a number can hold", () => {
  test.each<[Numeric, string]>([
    [2_374_604_118, "2,374,604,118"],
    ["9223372036854775807", "9,223,372,036,854,775,807"],
    ["-9223372036854775808", "\u22129,223,372,036,854,775,808"],
    [0.25, "0.25"],
  ])("%s -> %s", (value, text) => expect(formatExact(value, "en")).toBe(text));
});

describe("formatRate is exact below 10,000, then in thousands", () => {
  test.each<[Numeric, string]>([
    [0, "0"],
    [0.04, "<0.1"],
    [-0.04, ">\u22120.1"],
    [0.2, "0.2"],
    [8.44, "8.4"],
    [9.96, "10"],
    [74.4, "74"],
    [6_140, "6,140"],
    [9_999.4, "9,999"],
    [9_999.6, "10.0k"],
    [31_204, "31.2k"],
    [120_800, "120.8k"],
    [999_949, "999.9k"],
    [999_950, "1.00M"],
    [1_210_000, "1.21M"],
  ])("%s -> %s", (value, text) => expect(formatRate(value, "en")).toBe(text));
});

describe("formatChange says its sign, with a real minus", () => {
  test.each<[number, string]>([
    [9_816, "+9.8k/s"],
    [-310, "\u2212310/s"],
    [78.2, "+78/s"],
    [0, "±0"],
    [0.01, "±0"],
    [-0.4, "\u22120.4/s"],
  ])("%s -> %s", (value, text) => expect(formatChange(value, "en")).toBe(text));
});

describe("formatBytes counts in powers of ten", () => {
  test.each<[Numeric, string]>([
    [0, "0 B"],
    [640, "640 B"],
    [1_500, "1.5 kB"],
    [39_800_000, "39.8 MB"],
    [640_000_000, "640 MB"],
    [7_900_000_000n, "7.9 GB"],
    [12_000_000_000n, "12.0 GB"],
    ["859000000000", "859 GB"],
    [999_400_000_000n, "999 GB"],
    [999_600_000_000n, "1.00 TB"],
    [8_420_000_000_000n, "8.42 TB"],
    ["9223372036854775807", "9.22 EB"],
  ])("%s -> %s", (value, text) => expect(plain(formatBytes(value))).toBe(text));

  test("a narrow no-break space stands before the unit", () => expect(formatBytes(640)).toBe("640\u202fB"));
});

describe("formatBinaryBytes is for settings that are powers of two", () => {
  test.each<[Numeric, string]>([
    [512, "512 B"],
    [1_024, "1 KiB"],
    [1_048_588, "1 MiB"],
    [1_572_864, "1.5 MiB"],
    ["1073741824", "1 GiB"],
    [134_217_728, "128 MiB"],
  ])("%s -> %s", (value, text) => expect(plain(formatBinaryBytes(value))).toBe(text));
});

describe("formatDuration gives the two largest units", () => {
  test.each<[Numeric, string, string]>([
    [0, "0 ms", "0 ms"],
    [38, "38 ms", "38 ms"],
    [100, "0.1 s", "0.1초"],
    [400, "0.4 s", "0.4초"],
    [1_000, "1 s", "1초"],
    [48_000, "48 s", "48초"],
    [59_700, "1 min", "1분"],
    [126_000, "2 min 6 s", "2분 6초"],
    [3_840_000, "1 h 4 min", "1시간 4분"],
    [7_200_000, "2 h", "2시간"],
    [187_200_000n, "2 d 4 h", "2일 4시간"],
    ["1209600000", "14 d", "14일"],
    [86_405_000, "1 d", "1일"],
    [-126_000, "\u22122 min 6 s", "\u22122분 6초"],
    ["9223372036854775807", "106751991167 d 7 h", "106751991167일 7시간"],
  ])("%s -> %s, %s", (ms, en, ko) => {
    expect(plain(formatDuration(ms, "en"))).toBe(en);
    expect(plain(formatDuration(ms, "ko"))).toBe(ko);
  });

  test("it never breaks over two lines", () => expect(formatDuration(187_200_000, "en")).not.toContain(" "));
});

describe("formatAge says how long ago in one unit", () => {
  test.each<[number, string, string]>([
    [0, "now", "방금"],
    [1_999, "now", "방금"],
    [2_000, "2 s ago", "2초 전"],
    [48_900, "48 s ago", "48초 전"],
    [245_000, "4 min ago", "4분 전"],
    [777_600_000, "9 d ago", "9일 전"],
    [-240_000, "in 4 min", "4분 후"],
  ])("%s -> %s, %s", (ms, en, ko) => {
    expect(plain(formatAge(ms, "en"))).toBe(en);
    expect(plain(formatAge(ms, "ko"))).toBe(ko);
  });
});

describe("formatShare is a percentage, with a decimal below ten", () => {
  test.each<[number, string]>([
    [0, "0%"],
    [0.0001, "<0.1%"],
    [0.042, "4.2%"],
    [0.31, "31%"],
    [1, "100%"],
  ])("%s -> %s", (share, text) => expect(formatShare(share)).toBe(text));
});
