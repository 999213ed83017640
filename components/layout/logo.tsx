/** Logo is the mark of Highwater: the high water line over water, on petrol. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="6" fill="#006B8A" />
      <rect x="4" y="6.6" width="16" height="2.2" rx="1.1" fill="#FFFFFF" />
      <path
        d="M0 14.2c2-1.7 4-1.7 6 0s4 1.7 6 0 4-1.7 6 0 4 1.7 6 0V18a6 6 0 0 1-6 6H6a6 6 0 0 1-6-6z"
        fill="#4FC3E0"
      />
    </svg>
  );
}
