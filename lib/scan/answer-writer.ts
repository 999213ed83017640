const flushAt = 64 * 1024;
const flushAfterMs = 40;
const unreadMost = 1024 * 1024;

/** AnswerWriter gathers the text of an answer into pieces of about 64 KB, sent at the latest after 40 ms, and holds the writer back while the reader has not taken 1 MB of them. Once closed it drops what is written: nobody reads any more. */
export class AnswerWriter {
  readonly #send: (bytes: Uint8Array) => void;
  #text: string[] = [];
  #length = 0;
  #unread = 0;
  #timer: NodeJS.Timeout | null = null;
  #waiters: (() => void)[] = [];
  #closed = false;

  constructor(send: (bytes: Uint8Array) => void) {
    this.#send = send;
  }

  /** write adds text; resolves when there is room for more. */
  write(text: string): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#text.push(text);
    this.#length += text.length;
    if (this.#length >= flushAt) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), flushAfterMs);
    return this.#unread < unreadMost ? Promise.resolve() : new Promise((resolve) => this.#waiters.push(resolve));
  }

  /** flush sends what waits. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#text.length === 0) return;
    const bytes = new TextEncoder().encode(this.#text.join(""));
    this.#text = [];
    this.#length = 0;
    this.#unread += bytes.length;
    this.#send(bytes);
  }

  /** taken says that the reader has taken bytes. */
  taken(bytes: number): void {
    this.#unread -= bytes;
    if (this.#unread < unreadMost) this.#letGo();
  }

  /** close says that nobody reads any more: whoever waits for room goes on, and nobody waits again. */
  close(): void {
    this.#closed = true;
    this.#text = [];
    this.#length = 0;
    this.flush();
    this.#letGo();
  }

  #letGo(): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const resolve of waiters) resolve();
  }
}
