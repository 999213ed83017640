declare module "kafkajs/src/network/requestQueue/index.js" {
  const RequestQueue: { prototype: { pending: unknown[]; scheduleCheckPendingRequests(): void } };
  export default RequestQueue;
}
declare module "kafkajs/src/protocol/requests/*" {
  const response: { parse(data: unknown): Promise<unknown> };
  export default response;
}
