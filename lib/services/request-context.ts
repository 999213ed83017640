import { AsyncLocalStorage } from "node:async_hooks";

const storage = new AsyncLocalStorage<string>();

/** withRequestId runs work on behalf of a request. */
export function withRequestId<T>(id: string, work: () => T): T {
  return storage.run(id, work);
}

/** requestId is the id of the request that the current work belongs to, if any. */
export function requestId(): string | undefined {
  return storage.getStore();
}
