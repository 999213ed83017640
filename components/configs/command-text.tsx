"use client";

import { CommandLine } from "@/components/ui/command-line.tsx";
import { layoutCommand } from "@/lib/settings/command.ts";
import classes from "./command-text.module.css";

/** CommandText is the script that does the same with Kafka's own tools, each command to copy. */
export function CommandText({ command, label }: { command: string; label: string }) {
  return (
    <div className={classes.commands}>
      {layoutCommand(command).map((lines, index) => (
        <CommandLine key={index} lines={lines} label={label} />
      ))}
    </div>
  );
}
