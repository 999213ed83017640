import v8 from "node:v8";
import vm from "node:vm";

v8.setFlagsFromString("--expose-gc");
const collect = vm.runInNewContext("gc") as () => void;

const mostBytes = 16 * 1024 * 1024;
let collectAt = mostBytes;

/** freeBuffers frees the buffers of answers that were read, once they come to 16 MB, or to half of the heap when that is more: what a job keeps there is looked through each time. Left alone, V8 waits until they are half of what the heap may grow to. */
export function freeBuffers(): void {
  if (v8.getHeapStatistics().external_memory < collectAt) return;
  collect();
  const { external_memory: kept, used_heap_size: heap } = v8.getHeapStatistics();
  collectAt = kept + Math.max(mostBytes, heap / 2);
}
