"use client";

import { Button } from "@mantine/core";
import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { ICON } from "@/components/ui/icon.ts";

type RunButtonProps = {
  running: boolean;
  start: string;
  stop: string;
  disabled?: boolean;
  onStart: () => void;
  onStop: () => void;
};

/** RunButton starts a run, and stops it while it runs. */
export function RunButton({ running, start, stop, disabled = false, onStart, onStop }: RunButtonProps) {
  if (running)
    return (
      <Button leftSection={<IconPlayerStop {...ICON} />} onClick={onStop}>
        {stop}
      </Button>
    );
  return (
    <Button variant="filled" leftSection={<IconPlayerPlay {...ICON} />} disabled={disabled} onClick={onStart}>
      {start}
    </Button>
  );
}
