import classes from "./card-skeleton.module.css";

const WIDTHS = ["72%", "54%", "80%", "63%"];

/** CardSkeleton is a card's shape while its data comes: a heading and `lines` rows, or one row of `cells` figures. It shows only after 150 ms. */
export function CardSkeleton({ lines = 0, cells = 0 }: { lines?: number; cells?: number }) {
  return (
    <div className={classes.card} aria-hidden="true">
      {lines > 0 ? <span className={classes.title} /> : null}
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={classes.line}>
          <span style={{ width: WIDTHS[line % WIDTHS.length] }} />
        </span>
      ))}
      {cells > 0 ? (
        <span className={classes.cells}>
          {Array.from({ length: cells }, (_, cell) => (
            <span key={cell} className={classes.cell}>
              <span />
              <span />
            </span>
          ))}
        </span>
      ) : null}
    </div>
  );
}
