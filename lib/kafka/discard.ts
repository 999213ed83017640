/** discard frees the memory of a buffer at once, instead of leaving megabytes to the garbage collector. Nothing may use its bytes, or a part of them, after this. */
export function discard(bytes: Buffer): void {
  // Small ones may lie in the memory that Node.js shares among buffers.
  if (bytes.buffer.byteLength > Buffer.poolSize) (bytes.buffer as ArrayBuffer).transfer(0);
}

/** discardOnceAll gives a function for each of `count` parts of a buffer; the buffer is discarded when all of them have been called. */
export function discardOnceAll(bytes: Buffer, count: number): (() => void)[] {
  const kept = new Set(Array.from({ length: count }, (_, part) => part));
  return [...kept].map((part) => () => {
    if (kept.delete(part) && kept.size === 0) discard(bytes);
  });
}
