const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let second = 0;

const thisSecond = () => Math.floor(Date.now() / 1000) * 1000;

function tick() {
  second = thisSecond();
  for (const listener of listeners) listener();
}

/** onSecond calls `listener` every second, by one timer for all, until the function that it gives is called. */
export function onSecond(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    second = thisSecond();
    timer = setInterval(tick, 1000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** readSecond is the present second in epoch ms; while somebody listens, the one that all were told last. */
export function readSecond(): number {
  return timer === undefined ? thisSecond() : second;
}
