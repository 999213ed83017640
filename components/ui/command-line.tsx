"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { type CommandToken, commandText } from "./command-text.ts";
import classes from "./command-line.module.css";
import { CopyButton } from "./copy-button.tsx";

export type { CommandToken } from "./command-text.ts";

function Token({ token, first }: { token: CommandToken; first: boolean }) {
  if (typeof token !== "string") return <span className={classes.value}>{token.value}</span>;
  const space = first ? token.indexOf(" ") : -1;
  if (space < 0) return token;
  return (
    <>
      <span className={classes.first}>{token.slice(0, space)}</span>
      {token.slice(space)}
    </>
  );
}

/** CommandLine is the Kafka command that does the same, a part a line, to copy. Quote values for the shell before. */
export function CommandLine({ lines, label }: { lines: readonly (readonly CommandToken[])[]; label?: string }) {
  const t = useTranslations("common");
  return (
    <div className={classes.box}>
      <pre className={classes.code} tabIndex={0} aria-label={label ?? t("commandLine")} role="region">
        {lines.map((line, row) => (
          <Fragment key={commandText([line])}>
            {row > 0 ? "  " : ""}
            {line.map((token, index) => (
              <Token
                key={`${index} ${typeof token === "string" ? token : token.value}`}
                token={token}
                first={row === 0 && index === 0}
              />
            ))}
            {row < lines.length - 1 ? " \\\n" : ""}
          </Fragment>
        ))}
      </pre>
      <div className={classes.copy}>
        <CopyButton value={commandText(lines)} label={t("copyCommand")} />
      </div>
    </div>
  );
}
