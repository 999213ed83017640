/** WaterFill is the gradient under consumed: 30% at the line, 5% at the bottom. */
export function WaterFill({ id, colour }: { id: string; colour: string }) {
  return (
    <defs>
      <linearGradient id={id} x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stopColor={colour} stopOpacity={0.3} />
        <stop offset="1" stopColor={colour} stopOpacity={0.05} />
      </linearGradient>
    </defs>
  );
}

/** HatchFill is the hatching of a gap: lines at 45°, 5 px apart. */
export function HatchFill({ id, colour }: { id: string; colour: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0.5" y1="0" x2="0.5" y2="5" stroke={colour} strokeWidth="1" strokeOpacity="0.75" />
      </pattern>
    </defs>
  );
}
