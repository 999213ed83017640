import "server-only";
import type { DescribedOrError } from "../kafka/groups.ts";
import type { GroupListing } from "./cluster-reads.ts";
import type { Fresh } from "./fresh-map.ts";

type Descriptions = Map<string, DescribedOrError>;

// Of a group of the classic protocol without members its list tells all there is; one of a newer protocol has an
// assignor even then. Brokers that tell no type know the classic protocol only.
function describedIn({ groups }: GroupListing, groupIds: string[]): Descriptions {
  return new Map(
    groupIds.flatMap((groupId) => {
      const { state, type } = groups.get(groupId) ?? { state: null, type: null };
      const isTold = state === "Empty" && (type === null || type.toLowerCase() === "classic");
      return isTold ? [[groupId, { state, protocol: null, members: [] }]] : [];
    }),
  );
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
  const guessed = last && describedIn(last, groupIds);
  const early = new Set(guessed ? groupIds.filter((id) => !guessed.has(id)) : []);
  const told = ask([...early]);
  told.catch(() => undefined);
  const { value, error } = await listing;
  const open = groupIds.filter((id) => !early.has(id));
  const listed = error === null ? describedIn(value, open) : (new Map() as Descriptions);
  const late = ask(open.filter((id) => !listed.has(id)));
  const answers = await Promise.all([told, late]).catch((failure: unknown) => {
    // That all others are silent is no news of those that are listed.
    if (listed.size === 0) throw failure;
    return [];
  });
  return new Map([listed, ...answers].flatMap((answer) => [...answer]));
}
