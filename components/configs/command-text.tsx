"use client";

import { CommandLine } from "@/components/ui/command-line.tsx";
import { layoutCommand } from "@/lib/settings/command.ts";
import classes from "./command-text.module.css";

type CommandTextProps = {
  command: string;
  label: string;
  /** How many characters fit in a line. */
  width?: number;
};

/** CommandText is the script that does the same with Kafka's own tools, each command to copy. */
export function CommandText({ command, label, width = 78 }: CommandTextProps) {
  return (
    <div className={classes.commands}>
      {layoutCommand(command, width).map((lines, index) => (
        <CommandLine key={index} lines={lines} label={label} />
      ))}
    </div>
  );
}
