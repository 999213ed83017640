"use client";

import { IconUnlink } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import type { ElementError } from "@/lib/api/common.ts";
import { ICON } from "./icon.ts";
import classes from "./part-errors.module.css";
import { TextButton } from "./text-link.tsx";
import { useProblem } from "./use-problem.ts";

/** PartErrors says what of an answer could not be read, and on "Why" for each part the reason. Without errors it is not there. */
export function PartErrors({ errors }: { errors: readonly ElementError[] | undefined }) {
  const t = useTranslations("common");
  const { titleOf } = useProblem();
  const [open, setOpen] = useState(false);
  if (!errors || errors.length === 0) return null;
  return (
    <div className={classes.parts}>
      <div className={classes.head} role="status">
        <IconUnlink {...ICON} />
        <b>{t("partsFailed", { count: errors.length })}</b>
        <TextButton onClick={() => setOpen(!open)} expanded={open}>
          {t(open ? "hide" : "why")}
        </TextButton>
      </div>
      {open ? (
        <dl className={classes.list}>
          {errors.map(({ element, code, message }) => (
            <Fragment key={`${element} ${code}`}>
              <dt>{element}</dt>
              <dd>
                {titleOf(code)}. {message}
              </dd>
            </Fragment>
          ))}
        </dl>
      ) : null}
    </div>
  );
}
