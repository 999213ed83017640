import { zstdDecompressSync } from "node:zlib";
import { compressionsAlgorithms } from "@platformatic/kafka";

type Codec = "gzip" | "snappy" | "lz4" | "zstd";

// What is unpacked comes in one piece where it can: put together of pieces, it takes twice as long. A small batch gets a
// small piece, for each one is new memory, which a record that is kept holds on to.
const usuallyGrows = 16;
const leastPiece = 4 * 1024;
const mostPiece = 1024 * 1024;

function pieceFor(bytes: Buffer): number {
  return Math.min(mostPiece, Math.max(leastPiece, bytes.length * usuallyGrows));
}

/** decompress gives the records of a batch that was compressed. Snappy is read with and without the xerial framing that Java's producer writes. Throws for bytes that are not what the codec says. */
export function decompress(codec: Codec, bytes: Buffer): Buffer {
  if (codec === "zstd") return zstdDecompressSync(bytes, { chunkSize: pieceFor(bytes) });
  return compressionsAlgorithms[codec].decompressSync(bytes);
}
