import "server-only";
import type { DescribedOrError } from "../kafka/groups.ts";
import type { GroupListing } from "./cluster-reads.ts";
import type { Fresh } from "./fresh-map.ts";

type Descriptions = Map<string, DescribedOrError>;

const empty: DescribedOrError = { state: "Empty", protocol: null, members: [] };

// Of a group of the classic protocol without members its list tells all there is; one of a newer protocol has an
// assignor even then. Brokers that tell no type know the classic protocol only.
function tellsAll({ groups }: GroupListing, groupId: string): boolean {
  const { state, type } = groups.get(groupId) ?? { state: null, type: null };
  return state === "Empty" && (type === null || type.toLowerCase() === "classic");
}

/** Listed is the list of groups that is being read, the one before it, and what describes groups. */
export type Listed = {
  last: GroupListing | null;
  listing: Promise<Fresh<GroupListing>>;
  describe: (groupIds: string[]) => Promise<Descriptions>;
};

/** describeOthers gives the descriptions of groups whose list is being read: some of them that list tells, and only the others are described; at once where the list before did not tell them, else when the new one does not any more. Throws what `describe` throws when nothing is known of any group. */
export async function describeOthers(groupIds: string[], { last, listing, describe }: Listed): Promise<Descriptions> {
  const ask = async (some: string[]) => (some.length > 0 ? describe(some) : (new Map() as Descriptions));
  const early = last ? groupIds.filter((id) => !tellsAll(last, id)) : [];
  const open = last ? groupIds.filter((id) => tellsAll(last, id)) : groupIds;
  const told = ask(early);
  told.catch(() => undefined);
  const { value, error } = await listing;
  const isListed = (id: string) => error === null && tellsAll(value, id);
  const late = ask(open.filter((id) => !isListed(id)));
  const listed = open.filter(isListed);
  const answers = await Promise.all([told, late]).catch((failure: unknown) => {
    // That all others are silent is no news of those that are listed.
    if (listed.length === 0) throw failure;
    return [];
  });
  const found: Descriptions = new Map();
  for (const id of listed) found.set(id, empty);
  for (const answer of answers) for (const [id, described] of answer) found.set(id, described);
  return found;
}
