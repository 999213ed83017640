import { Columns, Stack } from "@/components/ui/columns.tsx";
import skeleton from "@/components/create-topic/create-skeleton.module.css";

/** ProduceSkeleton is the shape of the form while the record that it begins with is read. */
export function ProduceSkeleton() {
  return (
    <div aria-hidden="true" className={skeleton.skeleton}>
      <Columns ratio="62:38" align="start">
        <Stack>
          <div className={skeleton.box} style={{ height: 400 }} />
          <div className={skeleton.box} style={{ height: 170 }} />
        </Stack>
        <div className={skeleton.box} style={{ height: 140 }} />
      </Columns>
    </div>
  );
}
