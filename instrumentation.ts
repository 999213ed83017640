/** register runs once when the server starts: a wrong configuration ends it here, with the line and the field. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { start } = await import("./lib/services/start.ts");
  start();
}
