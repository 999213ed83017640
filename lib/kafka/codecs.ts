import { zstdDecompressSync } from "node:zlib";
import { compressionsAlgorithms } from "@platformatic/kafka";

type Codec = "gzip" | "snappy" | "lz4" | "zstd";

// As many bytes as a producer puts into a batch by default, or more: enough for most of them.
const chunkSize = 1024 * 1024;

/** decompress gives the records of a batch that was compressed. Snappy is read with and without the xerial framing that Java's producer writes. Throws for bytes that are not what the codec says. */
export function decompress(codec: Codec, bytes: Buffer): Buffer {
  if (codec === "zstd") return zstdDecompressSync(bytes, { chunkSize });
  return compressionsAlgorithms[codec].decompressSync(bytes);
}
