"use client";

import type { ReactNode } from "react";
import type { Numeric } from "@/lib/format.ts";
import { NoValue, Unknown } from "./unknown.tsx";
import { useFormat } from "./use-format.ts";

type Known = Numeric | null | undefined;

function Figure({ shown, exact }: { shown: string; exact: string }) {
  return (
    <span className="hw-figure" data-tip={exact === shown ? undefined : exact}>
      {shown}
    </span>
  );
}

function missing(reason: string | undefined): ReactNode {
  return reason === undefined ? <NoValue /> : <Unknown reason={reason} />;
}

/** Count is a number of things, short from a million on, exact on hover; null is "unknown" with its reason, or a dash without one. */
export function Count({ value, reason }: { value: Known; reason?: string | undefined }) {
  const format = useFormat();
  if (value === null || value === undefined) return missing(reason);
  return <Figure shown={format.count(value)} exact={format.exact(value)} />;
}

/** Offset is a place in a log: always exact. */
export function Offset({ value }: { value: Numeric }) {
  const format = useFormat();
  return <span className="hw-figure">{format.exact(value)}</span>;
}

/** Rate is a figure per second without its unit. */
export function Rate({ value, reason }: { value: Known; reason?: string | undefined }) {
  const format = useFormat();
  if (value === null || value === undefined) return missing(reason);
  return <Figure shown={format.rate(value)} exact={format.exact(value)} />;
}

/** Bytes is a size in powers of ten, or of two with `binary` (settings); exact bytes on hover. */
export function Bytes({ value, binary, reason }: { value: Known; binary?: boolean; reason?: string | undefined }) {
  const format = useFormat();
  if (value === null || value === undefined) return missing(reason);
  return (
    <Figure shown={binary ? format.binaryBytes(value) : format.bytes(value)} exact={`${format.exact(value)}\u202fB`} />
  );
}

/** Duration is a span of time in its two largest units; exact milliseconds on hover. */
export function Duration({ ms, reason }: { ms: Known; reason?: string | undefined }) {
  const format = useFormat();
  if (ms === null || ms === undefined) return missing(reason);
  return <Figure shown={format.duration(ms)} exact={`${format.exact(ms)}\u202fms`} />;
}
