import { CardSkeleton } from "./card-skeleton.tsx";

/** ClustersSkeleton is the shape of one cluster's card. */
export function ClustersSkeleton() {
  return <CardSkeleton lines={2} cells={5} />;
}
