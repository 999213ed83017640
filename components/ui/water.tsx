/** Water is the small drawing of an empty state: the high water line over calm water. */
export function Water() {
  return (
    <svg width="76" height="34" viewBox="0 0 76 34" fill="none" aria-hidden="true">
      <path d="M1 2h74" stroke="var(--hw-line-strong)" strokeWidth="1.5" strokeDasharray="5 4" />
      <path
        d="M1 21c6.2-5 12.3-5 18.5 0s12.3 5 18.5 0 12.3-5 18.5 0 12.3 5 18.5 0"
        stroke="var(--hw-consumed)"
        strokeWidth="2"
      />
      <path
        d="M1 29c6.2-5 12.3-5 18.5 0s12.3 5 18.5 0 12.3-5 18.5 0 12.3 5 18.5 0"
        stroke="var(--hw-consumed)"
        strokeWidth="2"
        opacity="0.4"
      />
    </svg>
  );
}
