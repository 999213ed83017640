export { attachKafka } from "./attach.ts";
export { INSTALL_HINT, KAFKA_3 } from "./libs.ts";
export { startKafka } from "./start.ts";
export type * from "./types.ts";
