import type { Partition } from "@/lib/api/topics.ts";

/** ReplicaState is how a replica stands: on a broker that is down, behind, or in sync. */
export type ReplicaState = "offline" | "out-of-sync" | "in-sync";

/** Replica is one copy of a partition; size (bytes) and lag (records behind the leader) are null where its broker did not tell. */
export type Replica = {
  brokerId: number;
  state: ReplicaState;
  leads: boolean;
  sizeBytes: string | null;
  offsetLag: string | null;
};

/** replicasOf are the copies of a partition in the order of its assignment: the preferred leader first. */
export function replicasOf({ replicas, isr, offlineReplicas, leader, replicaSizes }: Partition): Replica[] {
  const stateOf = (brokerId: number): ReplicaState => {
    if (offlineReplicas.includes(brokerId)) return "offline";
    return isr.includes(brokerId) ? "in-sync" : "out-of-sync";
  };
  return replicas.map((brokerId) => {
    const log = replicaSizes.find((size) => size.brokerId === brokerId);
    const { sizeBytes = null, offsetLag = null } = log ?? {};
    return { brokerId, state: stateOf(brokerId), leads: brokerId === leader, sizeBytes, offsetLag };
  });
}
