import { expect, type Locator } from "@playwright/test";

/** TableRow maps the words of a column's header to the text of the row's cell in it. */
export type TableRow = Record<string, string>;

/** readTable gives the rows of a table as a person reads them: white space runs together, header words are the keys. */
export async function readTable(table: Locator): Promise<TableRow[]> {
  const { headers, rows } = await table.evaluate((element) => ({
    headers: [...element.querySelectorAll<HTMLElement>("thead th")].map((cell) => cell.innerText),
    rows: [...element.querySelectorAll("tbody tr")].map((row) =>
      [...row.querySelectorAll<HTMLElement>(":scope > td, :scope > th")].map((cell) => cell.innerText),
    ),
  }));
  const names = headers.map((header, index) => tidy(header) || `#${index}`);
  return rows.map((cells) => Object.fromEntries(cells.map((cell, index) => [names[index] ?? `#${index}`, tidy(cell)])));
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/**
 * expectRowVisible waits until a table has a row whose cells are as expected, by the words of their headers:
 * `expectRowVisible(table, { Name: "orders", Partitions: "12", Messages: expect.stringMatching(/^\d/) })`.
 */
export async function expectRowVisible(table: Locator, expected: Record<string, unknown>): Promise<void> {
  await expect.poll(() => readTable(table)).toContainEqual(expect.objectContaining(expected));
}
