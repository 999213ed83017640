import { CardSkeleton } from "@/components/clusters/card-skeleton.tsx";
import { Stack } from "@/components/ui/columns.tsx";

/** BrokersSkeleton is the shape of the balance and of the table of brokers. */
export function BrokersSkeleton() {
  return (
    <Stack>
      <CardSkeleton cells={3} />
      <CardSkeleton lines={5} />
    </Stack>
  );
}
