const YEAR_SECONDS = 31_536_000;

/** setCookie remembers a choice for a year, for this site alone. */
export function setCookie(name: string, value: string): void {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
