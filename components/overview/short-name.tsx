import classes from "./short-name.module.css";

/** ShortName is a name in a table beside others on the page: cut when it would push the figures out of sight, whole on hover. */
export function ShortName({ name }: { name: string }) {
  return (
    <span className={classes.name} data-tip={name.length > 16 ? name : undefined}>
      {name}
    </span>
  );
}
