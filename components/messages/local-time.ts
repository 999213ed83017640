/** toLocalInput is a moment (ISO) as a date and time field of the browser takes it, in the browser's zone. */
export function toLocalInput(iso: string): string {
  const at = new Date(iso);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 23);
}

/** fromLocalInput is what such a field says as ISO; null while it says no moment. */
export function fromLocalInput(text: string): string | null {
  const at = new Date(text);
  return text === "" || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
