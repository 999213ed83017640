import { Columns, Stack } from "@/components/ui/columns.tsx";
import classes from "./create-skeleton.module.css";

/** CreateSkeleton is the shape of the form while the cluster is read. */
export function CreateSkeleton() {
  return (
    <div aria-hidden="true" className={classes.skeleton}>
      <Columns ratio="62:38" align="start">
        <Stack>
          <div className={classes.presets}>
            {[0, 1, 2, 3].map((index) => (
              <div key={index} className={classes.box} style={{ height: 95 }} />
            ))}
          </div>
          <div className={classes.box} style={{ height: 430 }} />
        </Stack>
        <Stack>
          <div className={classes.box} style={{ height: 240 }} />
          <div className={classes.box} style={{ height: 290 }} />
        </Stack>
      </Columns>
    </div>
  );
}
