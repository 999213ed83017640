import type { Round } from "../../lib/history/round.ts";
import { unknownOffset } from "../../lib/history/codec.ts";
import { ClusterState } from "../../lib/services/cluster-state.ts";
import { sampleRound } from "../../lib/services/sample-round.ts";
import type { Floor } from "./floors.ts";
import { type Spread, summarizeTimes } from "./statistics.ts";
import { cpuMsOf } from "./usage.ts";

/** SampledRounds is what a round of the sampler costs beside the floor of its requests; `cpuMs` is the time of the processor of one round in the median. `faulty` are pairs left out because one of the two failed or the round was not whole. */
export type SampledRounds = {
  name: string;
  floorSteps: string;
  floor: Spread;
  round: Spread;
  roundToFloor: number;
  cpuMs: number;
  faulty: number;
};

const WARM_UPS = 5;
const PAIRS = 20;

/** measureSampling times rounds of a real cluster, read in this process, in turns with their floors: without and with the sizes of the logs. */
export async function measureSampling(
  bootstrap: string,
  floors: { round: Floor; roundWithSizes: Floor },
): Promise<SampledRounds[]> {
  const brokers = bootstrap.split(",");
  const state = new ClusterState({ id: "bench", name: "bench", brokers, readOnly: true, tls: null, sasl: null });
  try {
    return [
      await measurePairs("a round", state, floors.round, false),
      await measurePairs("a round with log sizes", state, floors.roundWithSizes, true),
    ];
  } finally {
    await state.client.close();
  }
}

async function measurePairs(name: string, state: ClusterState, bare: Floor, sizes: boolean): Promise<SampledRounds> {
  const [floor, round, cpu]: [number[], number[], number[]] = [[], [], []];
  let faulty = 0;
  let before: Round | null = null;
  for (let pair = -WARM_UPS; pair < PAIRS; pair++) {
    const began = performance.now();
    const isRead = await bare.read().then(
      () => true,
      () => false,
    );
    const between = performance.now();
    const cpuBefore = process.cpuUsage();
    const sampled: Round | null = await sampleRound(state, before, sizes).catch(() => null);
    const ended = performance.now();
    const cpuMs = cpuMsOf(process.cpuUsage(cpuBefore));
    if (!isRead || !sampled || !isWhole(sampled)) faulty += 1;
    else if (pair >= 0) {
      floor.push(between - began);
      round.push(ended - between);
      cpu.push(cpuMs);
    }
    before = sampled;
  }
  const [ofFloor, ofRound] = [summarizeTimes(floor), summarizeTimes(round)];
  return {
    name,
    floorSteps: bare.steps,
    floor: ofFloor,
    round: ofRound,
    roundToFloor: ofRound.median / ofFloor.median,
    cpuMs: summarizeTimes(cpu).median,
    faulty,
  };
}

function isWhole({ start, end, sizes, unread }: Round): boolean {
  const told = [start, end, ...(sizes ? [sizes] : [])];
  return unread.size === 0 && told.every((offsets) => !offsets.includes(unknownOffset));
}
