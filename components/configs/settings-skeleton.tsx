import classes from "./settings-skeleton.module.css";

const widths = [150, 120, 175, 140, 110, 165, 130, 155, 120, 145];

/** SettingsSkeleton is the shape of the table of settings while it is read. */
export function SettingsSkeleton() {
  return (
    <div className={classes.frame} aria-hidden="true">
      <div className={classes.head} />
      {widths.map((width, index) => (
        <div key={index} className={classes.row}>
          <span className={classes.bone} style={{ width }} />
          <span className={classes.bone} style={{ width: 60 }} />
        </div>
      ))}
    </div>
  );
}
