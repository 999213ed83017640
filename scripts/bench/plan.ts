import type { WarmBrokers } from "./brokers.ts";
import { type BareTopic, type Listing, readCommitted, readListing, readMetadata } from "./requests.ts";

/** PAGE_SIZE is how many elements a page of a list holds. */
export const PAGE_SIZE = 50;

/** Plan is which topics and groups the answers are about, looked up once, so that a floor is requests alone. */
export type Plan = {
  topics: BareTopic[];
  topicsOfPage: BareTopic[];
  topic: BareTopic;
  listing: Listing;
  groupsOfPage: Listing;
  topicsOfGroupPage: BareTopic[];
  groupId: string;
  group: Listing;
  topicsOfGroup: BareTopic[];
};

/** makePlan looks up what the lists show on their first page, by name, and picks the topic and the group in the middle. */
export async function makePlan(brokers: WarmBrokers): Promise<Plan> {
  const [{ topicMetadata }, listing] = await Promise.all([readMetadata(brokers), readListing(brokers)]);
  const topics = topicMetadata.toSorted((one, other) => (one.topic < other.topic ? -1 : 1));
  const groupIds = [...listing.values()].flat().toSorted();
  const groupsOfPage = only(listing, groupIds.slice(0, PAGE_SIZE));
  const groupId = groupIds[groupIds.length >> 1]!;
  const group = only(listing, [groupId]);
  return {
    topics,
    topicsOfPage: topics.slice(0, PAGE_SIZE),
    topic: topics[topics.length >> 1]!,
    listing,
    groupsOfPage,
    topicsOfGroupPage: await topicsOf(brokers, groupsOfPage, topics),
    groupId,
    group,
    topicsOfGroup: await topicsOf(brokers, group, topics),
  };
}

function only(listing: Listing, groupIds: string[]): Listing {
  const wanted = new Set(groupIds);
  return new Map([...listing].map(([coordinator, ids]) => [coordinator, ids.filter((id) => wanted.has(id))]));
}

async function topicsOf(brokers: WarmBrokers, groups: Listing, topics: BareTopic[]): Promise<BareTopic[]> {
  const answers = await readCommitted(brokers, groups);
  const committed = answers.flatMap((answer) => answer.groups.flatMap((group) => group.topics));
  const names = new Set(committed.map(({ name }) => name));
  return topics.filter(({ topic }) => names.has(topic));
}
