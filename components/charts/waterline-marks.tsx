import { type GapTone, gapTexts } from "./gap-tone.ts";
import { spreadLabels } from "./spread-labels.ts";
import type { WaterAxis } from "./water-axis.ts";
import type { Scale } from "./water-paths.ts";
import type { WaterView } from "./water-view.ts";
import classes from "./waterline.module.css";

/** WaterWords are the words in a waterline, each null when there is nothing to say. */
export type WaterWords = {
  now: string;
  ifRatesStay: string;
  lag: string | null;
  left: string | null;
  behind: string | null;
  /** What is said of the loss, and the same where there is little room. */
  loss: string | null;
  lossShort: string | null;
  caughtUp: string | null;
};

type Box = { left: number; right: number; top: number; bottom: number };
type MarksProps = { view: WaterView; axis: WaterAxis; box: Box; scale: Scale; words: WaterWords; tone: GapTone };

const CHAR = 6.4;
const GAP = 18;
const ROOM = 110;
const NARROW = 420;
const widthOf = (text: string) => text.length * CHAR;

function Meeting({ x, y, text, box, tone }: { x: number; y: number; text: string; box: Box; tone: "crit" | "ok" }) {
  const below = y + 44 < box.bottom;
  const textY = below ? y + 34 : y - 26;
  const half = widthOf(text) / 2;
  const place = Math.min(box.right - half, Math.max(box.left + half, x));
  return (
    <g className={classes.label} data-tone={tone}>
      <path d={`M${x},${y}V${below ? y + 22 : y - 22}`} stroke={`var(--hw-${tone}-mark)`} fill="none" />
      <circle cx={x} cy={y} r={4} fill={`var(--hw-${tone}-mark)`} stroke="var(--hw-surface)" />
      <text x={place} y={textY} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}

function Level({ view: { level }, scale, box, text }: Pick<MarksProps, "view" | "scale" | "box"> & { text: string }) {
  if (!level) return null;
  const [from, to, y] = [scale.x(level.from), scale.x(level.to), scale.y(level.offset)];
  if (to - from < 12) return null;
  const outside = from - 8 - widthOf(text) > box.left;
  return (
    <g className={classes.label}>
      <path d={`M${from},${y}H${to}`} stroke="var(--hw-text)" fill="none" />
      {level.cut ? null : <circle cx={from} cy={y} r={2.5} fill="var(--hw-text)" />}
      <text x={outside ? from - 8 : from + 6} y={outside ? y + 4 : y - 7} textAnchor={outside ? "end" : "start"}>
        {text}
      </text>
    </g>
  );
}

function Beside({ view, axis, scale, box, words, tone }: MarksProps) {
  const { now } = view;
  if (!now) return null;
  const [x, top] = [scale.x(now.at), scale.y(now.end)];
  // Only what is still there is lag.
  const level = scale.y(Math.max(now.committed, now.start ?? now.committed));
  const floor = scale.y(Math.max(axis.low, now.start ?? axis.low));
  const right = box.right - x > ROOM;
  const middle = level - top >= 24 ? (level + top) / 2 + 4 : top - 8;
  const wanted = [
    { text: words.lag, y: middle, colour: gapTexts[tone] },
    { text: floor - level >= 18 ? words.left : null, y: (level + floor) / 2 + 4, colour: "var(--hw-text)" },
  ].flatMap(({ text, ...rest }) => (text === null ? [] : [{ text, ...rest }]));
  const places = spreadLabels(
    wanted.map(({ y }) => y),
    GAP,
    box.top + 28,
    box.bottom - 6,
  );
  return (
    <g className={classes.label}>
      {now.committed < now.end ? (
        <path d={`M${x},${top}V${level}`} stroke={gapTexts[tone]} strokeWidth={2} fill="none" />
      ) : null}
      {wanted.map(({ text, colour }, index) => (
        <text
          key={text}
          x={right ? x + 10 : x - 10}
          y={places[index]}
          textAnchor={right ? "start" : "end"}
          fill={colour}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

function Now({ view: { now, projection }, scale, box, words }: MarksProps) {
  if (!now) return null;
  const x = scale.x(now.at);
  const right = box.right - x > ROOM;
  const offsets = [
    [now.end, "var(--hw-produced)"],
    [now.committed, "var(--hw-consumed)"],
    [now.start, "var(--hw-log-start)"],
  ] as const;
  return (
    <g className={classes.label}>
      <path d={`M${x},${box.top}V${box.bottom}`} stroke="var(--hw-text-3)" fill="none" />
      <text x={right ? x + 6 : x - 6} y={box.top + 8} textAnchor={right ? "start" : "end"}>
        {projection && right ? `${words.now} ${words.ifRatesStay}` : words.now}
      </text>
      {offsets.map(([offset, colour]) =>
        offset === null || scale.y(offset) > box.bottom ? null : (
          <circle key={colour} cx={x} cy={scale.y(offset)} r={3} fill={colour} stroke="var(--hw-surface)" />
        ),
      )}
    </g>
  );
}

/** WaterMarks are what a waterline says of now: the upright gap (lag), the level gap (time behind), what is left, and where lines will meet. */
export function WaterMarks(props: MarksProps) {
  const { view, scale, box, words } = props;
  const { loss, caughtUp } = view.projection ?? {};
  const lossText = box.right - box.left < NARROW ? words.lossShort : words.loss;
  return (
    <>
      <Now {...props} />
      {words.behind ? <Level {...{ view, scale, box }} text={words.behind} /> : null}
      <Beside {...props} />
      {loss && lossText ? (
        <Meeting x={scale.x(loss.at)} y={scale.y(loss.offset)} text={lossText} box={box} tone="crit" />
      ) : null}
      {caughtUp && words.caughtUp ? (
        <Meeting x={scale.x(caughtUp.at)} y={scale.y(caughtUp.offset)} text={words.caughtUp} box={box} tone="ok" />
      ) : null}
    </>
  );
}
