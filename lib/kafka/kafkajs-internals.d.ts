declare module "kafkajs/src/network/requestQueue/index.js" {
  const RequestQueue: { prototype: { pending: unknown[]; scheduleCheckPendingRequests(): void } };
  export default RequestQueue;
}
declare module "kafkajs/src/protocol/requests/*" {
  const response: { parse(data: unknown): Promise<unknown> };
  export default response;
}
declare module "kafkajs/src/errors.js" {
  type Failure = new (message: string | Error, details?: object) => Error;
  type Name =
    | "ConnectionError"
    | "ConnectionClosedError"
    | "LockTimeout"
    | "NumberOfRetriesExceeded"
    | "RequestTimeoutError"
    | "SASLAuthenticationError";
  const errors: Record<`KafkaJS${Name}`, Failure>;
  export default errors;
}
declare module "kafkajs/src/protocol/error.js" {
  export function createErrorFromCode(code: number): Error;
}
