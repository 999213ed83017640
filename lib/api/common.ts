import { z } from "./zod.ts";

/** Int64 is a 64-bit number as a decimal string: offsets, sizes, counts of records. */
export const Int64 = z.string().regex(/^-?\d+$/);

/** ElementError says what could not be read: `element` ("broker 2", "orders-3"), a code of `ErrorCode`, and a sentence. */
export const ElementError = z.object({ element: z.string(), code: z.string(), message: z.string() });
export type ElementError = z.infer<typeof ElementError>;

/** Unknown names the fields of an element that are null because they could not be read, each with its error code. */
export const Unknown = z.record(z.string(), z.string());
export type Unknown = z.infer<typeof Unknown>;

/** ReadAnswer is what every read answers with: `asOf`, the ISO time of the oldest data in it, and what could not be read. */
export const ReadAnswer = z.object({ asOf: z.iso.datetime(), errors: z.array(ElementError) });

/** listOf makes the schema of a list answer: one page of `items` out of `total`. */
export function listOf<T extends z.ZodType>(item: T) {
  return ReadAnswer.extend({
    page: z.int().min(1),
    pageSize: z.int().min(1),
    total: z.int().min(0),
    items: z.array(item),
  });
}

/** List is a list answer: one page of `items` out of `total`. */
export type List<T> = {
  asOf: string;
  page: number;
  pageSize: number;
  total: number;
  items: T[];
  errors: ElementError[];
};

/** Flag is a boolean in a query string: `true` or `false`. */
export const Flag = z.enum(["true", "false"]).transform((value) => value === "true");

/** ChangeQuery is what every change takes: with validateOnly it is checked and not made. */
export const ChangeQuery = z.strictObject({ validateOnly: Flag.optional() });

/** ListQuery is what every list takes: page from 1 (one past the end is clamped), pageSize up to 500, search (substring, case ignored). */
export const ListQuery = z.strictObject({
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
  search: z.string().max(249).default(""),
});

/** sortable makes the schema of a `sort` parameter: one of the fields, or `-field` for descending. */
export function sortable<const F extends readonly string[]>(fields: F, initial: Sort<F[number]>) {
  const values = [...fields, ...fields.map((field) => `-${field}`)] as Sort<F[number]>[];
  return z.enum(values).default(() => initial as never);
}

/** Sort is a field, ascending, or `-field`, descending. */
export type Sort<F extends string> = F | `-${F}`;

/** Severity orders what is shown: worst first crit, warn, unknown, info, ok. */
export const Severity = z.enum(["crit", "warn", "unknown", "info", "ok"]);
export type Severity = z.infer<typeof Severity>;

/** Reason is one cause of a status: a code that the catalogues put into words, and the figures in it. */
export const Reason = z.object({
  severity: Severity,
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Reason = z.infer<typeof Reason>;
