import { CardSkeleton } from "@/components/clusters/card-skeleton.tsx";
import { Columns, Stack } from "@/components/ui/columns.tsx";

/** BrokerSkeleton is the shape of a broker's page: key figures and two tables. */
export function BrokerSkeleton() {
  return (
    <Stack>
      <CardSkeleton cells={5} />
      <Columns>
        <CardSkeleton lines={8} />
        <CardSkeleton lines={2} />
      </Columns>
    </Stack>
  );
}
