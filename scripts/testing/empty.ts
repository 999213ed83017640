/** inServer stands in for the package server-only, which throws wherever no bundler has replaced it. */
export const inServer = true;
