"use client";

import { notifications } from "@mantine/notifications";
import { IconAlertOctagon, IconCircleCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { ICON } from "./icon.ts";
import { TextLink } from "./text-link.tsx";

const DONE_MS = 6_000;

type Done = { title: ReactNode; message?: ReactNode; action?: { href: string; label: string } };

/** notifyDone says what was done, with a way to it; it leaves after 6 s. */
export function notifyDone({ title, message, action }: Done): void {
  notifications.show({
    title,
    message: (
      <>
        {message} {action ? <TextLink href={action.href}>{action.label}</TextLink> : null}
      </>
    ),
    icon: <IconCircleCheck {...ICON} size={18} />,
    autoClose: DONE_MS,
    "data-tone": "ok",
  });
}

/** notifyFailed says what was not done, to what, and what to do next; it stays until it is closed. */
export function notifyFailed({ title, message }: { title: ReactNode; message: ReactNode }): void {
  notifications.show({
    title,
    message,
    icon: <IconAlertOctagon {...ICON} size={18} />,
    autoClose: false,
    role: "alert",
    "data-tone": "crit",
  });
}
