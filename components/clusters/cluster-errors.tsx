"use client";

import type { ElementError } from "@/lib/api/common.ts";
import { useClusters } from "@/components/layout/use-cluster.ts";
import { PartErrors } from "@/components/ui/part-errors.tsx";
import { UnreachableNote } from "@/components/ui/stale-note.tsx";
import { useProblem } from "@/components/ui/use-problem.ts";

type Answer = { asOf: string; errors: readonly ElementError[] };

/** useSilence finds among an answer's errors the one about the cluster itself: all values are then the last it gave. */
export function useSilence(clusterId: string, errors: readonly ElementError[] | undefined): ElementError | undefined {
  const name = useClusters().find((cluster) => cluster.clusterId === clusterId)?.name;
  return errors?.find(({ element }) => element === name);
}

/** ClusterErrors says what of an answer could not be read: that the cluster does not answer and since when, or which parts. */
export function ClusterErrors({ clusterId, answer }: { clusterId: string; answer: Answer }) {
  const silence = useSilence(clusterId, answer.errors);
  const { titleOf } = useProblem();
  if (!silence) return <PartErrors errors={answer.errors} />;
  return (
    <UnreachableNote
      name={silence.element}
      asOf={answer.asOf}
      detail={`${titleOf(silence.code)}. ${silence.message}`}
    />
  );
}
