import { ChartSkeleton } from "@/components/charts/chart-skeleton.tsx";
import { CardSkeleton } from "@/components/clusters/card-skeleton.tsx";
import { Stack } from "@/components/ui/columns.tsx";

/** ThroughputSkeleton is the shape of the two charts and the table. */
export function ThroughputSkeleton() {
  return (
    <Stack>
      <ChartSkeleton height={340} />
      <ChartSkeleton height={240} />
      <CardSkeleton lines={6} />
    </Stack>
  );
}
