import classes from "./chart-skeleton.module.css";

/** ChartSkeleton is a chart's own shape while its data comes: the heading, the legend and the grid. It shows only after 150 ms. */
export function ChartSkeleton({ height }: { height: number }) {
  return (
    <div className={classes.card} aria-hidden="true">
      <span className={classes.title} />
      <span className={classes.legend} />
      <div className={classes.plot} style={{ height }}>
        {["0", "25%", "50%", "75%", "100%"].map((top) => (
          <span key={top} className={classes.grid} style={{ top }} />
        ))}
      </div>
    </div>
  );
}
