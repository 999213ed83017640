import type { Encoding } from "../api/messages.ts";
import { seemsToBe } from "./datum.ts";

const voters = 200;
const majority = 0.8;

/** DecodingVote settles how one part of a topic's records, all keys or all values, is to be read: as what at least four of five of the first 200 seem to be. So an integer whose bytes happen to be letters is shown as the integer that it is. */
export class DecodingVote {
  readonly #counts = new Map<Encoding, number>();
  #voted = 0;

  /** add lets one record vote; null (a tombstone, no key) does not. */
  add(bytes: Buffer | null): void {
    if (bytes === null || this.#voted === voters) return;
    const encoding = seemsToBe(bytes);
    this.#counts.set(encoding, (this.#counts.get(encoding) ?? 0) + 1);
    this.#voted += 1;
  }

  /** winner is what the part is; null while there is no such majority: then each record is what it seems to be. */
  get winner(): Encoding | null {
    const found = [...this.#counts].find(([, count]) => count >= majority * this.#voted);
    return found?.[0] ?? null;
  }
}
