/** PARTITIONS is how many partitions each topic has. */
export const PARTITIONS = 10;

/** TOPIC_NAMES are the topics of the cluster: 1,000, so 10,000 partitions. */
export const TOPIC_NAMES = Array.from({ length: 1000 }, (_, index) => `bench-${pad(index, 4)}`);

/** GROUP_IDS are the groups of the cluster: 200. */
export const GROUP_IDS = Array.from({ length: 200 }, (_, index) => `bench-group-${pad(index, 3)}`);

const TOPICS_OF_GROUP = 10;
const STEP = TOPIC_NAMES.length / GROUP_IDS.length;

/** topicsOfGroup gives the ten topics, so 100 partitions, that group number `index` reads; each topic has two readers. */
export function topicsOfGroup(index: number): string[] {
  return Array.from({ length: TOPICS_OF_GROUP }, (_, nth) => TOPIC_NAMES[(index * STEP + nth) % TOPIC_NAMES.length]!);
}

function pad(index: number, digits: number): string {
  return String(index).padStart(digits, "0");
}
