import { type Query, useQueryClient } from "@tanstack/react-query";

/** DRY_RUN stands in the query keys of dry runs: what was just done is not asked for once more. */
export const DRY_RUN = { dryRun: true } as const;

/** useReadAgain reads all that is shown of a cluster again, after a change; but no dry run, and nothing of a topic that is `gone`. */
export function useReadAgain(clusterId: string): (gone?: string) => Promise<void> {
  const client = useQueryClient();
  return (gone) => {
    const stays = ([, , kind, name]: readonly unknown[]) => gone === undefined || kind !== "topic" || name !== gone;
    const predicate = ({ queryKey }: Query) => !queryKey.includes(DRY_RUN) && stays(queryKey);
    return client.invalidateQueries({ queryKey: ["cluster", clusterId], predicate });
  };
}
