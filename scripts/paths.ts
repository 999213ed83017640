import path from "node:path";

/** root is the absolute path of the repository. */
export const root = path.resolve(import.meta.dirname, "..");

/** cacheDir holds what is downloaded or made once and kept between runs; git ignores it. */
export const cacheDir = path.join(root, ".cache");
