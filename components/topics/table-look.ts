"use client";

import { useLocalStorage } from "@mantine/hooks";
import { z } from "@/lib/api/zod.ts";

const TableLook = z.object({ hidden: z.array(z.string()), dense: z.boolean() });

/** TableLook is how a person wants one table: the columns left out, and rows of 32 px instead of 36. */
export type TableLook = z.infer<typeof TableLook>;

const plain: TableLook = { hidden: [], dense: false };

/** parseTableLook reads what the browser remembers; what it does not understand is as if never set. */
export function parseTableLook(text: string | undefined): TableLook {
  try {
    return TableLook.parse(JSON.parse(text ?? ""));
  } catch {
    return plain;
  }
}

/** useTableLook remembers in this browser how a person wants the table of that name. */
export function useTableLook(table: string) {
  return useLocalStorage<TableLook>({
    key: `highwater-table-${table}`,
    defaultValue: plain,
    serialize: JSON.stringify,
    deserialize: parseTableLook,
  });
}
