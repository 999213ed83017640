import { CardSkeleton } from "@/components/clusters/card-skeleton.tsx";
import { Columns, Stack } from "@/components/ui/columns.tsx";

/** OverviewSkeleton is the overview's shape: findings, key figures, two tables, brokers. */
export function OverviewSkeleton() {
  return (
    <Stack>
      <CardSkeleton lines={3} />
      <CardSkeleton cells={5} />
      <Columns ratio="62:38">
        <CardSkeleton lines={6} />
        <CardSkeleton lines={6} />
      </Columns>
      <CardSkeleton cells={3} />
    </Stack>
  );
}
