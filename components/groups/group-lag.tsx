"use client";

import { Unknown } from "@/components/ui/unknown.tsx";
import { toneOf } from "@/components/ui/status-list.ts";
import type { Group } from "@/lib/api/groups.ts";
import { LagCount } from "./lag-count.tsx";
import { lagStateOf } from "./lag-state.ts";
import classes from "./group-lag.module.css";
import { useLagWords } from "./use-lag-words.ts";

/** GroupLag is a group's lag in a table: the sum of what is known in the tone of its status, or a word with the reason. */
export function GroupLag({ group }: { group: Group }) {
  const state = lagStateOf(group);
  const { missing, leftOut } = useLagWords();
  if (state.kind !== "known") return <Unknown {...missing(state)} />;
  const tone = state.lag === "0" ? undefined : toneOf(group.status);
  return (
    <span className={classes.lag} data-tone={tone}>
      <LagCount lag={state.lag} atMost={group.lagAtMost} notes={leftOut(state)} />
    </span>
  );
}
