"use client";

import { Popover } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Fragment, useEffect, useRef } from "react";
import { formatTimestamp, zoneName } from "@/lib/format-time.ts";
import { CopyButton } from "./copy-button.tsx";
import classes from "./hover-layer.module.css";
import { useHoverTarget } from "./hover-target.ts";
import { useZone } from "./use-format.ts";

const TIP_ID = "hw-tip";

function Times({ at }: { at: number }) {
  const t = useTranslations("common");
  const zone = useZone();
  const lines = [
    { name: zone === "UTC" ? t("local") : zoneName(zone), value: formatTimestamp(at, zone) },
    { name: "UTC", value: formatTimestamp(at, "UTC") },
    { name: t("epoch"), value: String(at) },
  ];
  return (
    <div className={classes.times}>
      {lines.map(({ name, value }) => (
        <Fragment key={name}>
          <span className={classes.zone}>{name}</span>
          <span className={classes.moment}>{value}</span>
          <CopyButton value={value} />
        </Fragment>
      ))}
    </div>
  );
}

/** HoverLayer shows what any element of the page carries in `data-tip` (text) or `data-time` (epoch ms), on hover and on focus. One stands in the page. */
export function HoverLayer() {
  const t = useTranslations("common");
  const panel = useRef<HTMLDivElement>(null);
  const [target, close] = useHoverTarget(panel);
  useEffect(() => {
    if (!target?.tip) return undefined;
    target.element.setAttribute("aria-describedby", TIP_ID);
    return () => target.element.removeAttribute("aria-describedby");
  }, [target]);
  if (!target) return null;
  const { left, top, width, height } = target.rect;
  return (
    <Popover
      opened
      onClose={close}
      position={target.time === null ? "top" : "bottom-start"}
      offset={6}
      withinPortal
      trapFocus={false}
      withRoles={false}
      returnFocus={false}
    >
      <Popover.Target>
        <span className={classes.anchor} style={{ left, top, width, height }} />
      </Popover.Target>
      <Popover.Dropdown
        ref={panel}
        id={TIP_ID}
        role={target.time === null ? "tooltip" : "dialog"}
        aria-label={target.time === null ? undefined : t("moment")}
        className={target.time === null ? classes.tip : undefined}
      >
        {target.time === null ? target.tip : <Times at={target.time} />}
      </Popover.Dropdown>
    </Popover>
  );
}
