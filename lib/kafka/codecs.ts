import { compressionsAlgorithms } from "@platformatic/kafka";

/** decompress gives the records of a batch that was compressed. Snappy is read with and without the xerial framing that Java's producer writes. Throws for bytes that are not what the codec says. */
export function decompress(codec: "gzip" | "snappy" | "lz4" | "zstd", bytes: Buffer): Buffer {
  return compressionsAlgorithms[codec].decompressSync(bytes);
}
