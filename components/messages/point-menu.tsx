"use client";

import { Menu } from "@mantine/core";
import type { ReactNode } from "react";

/** PointMenu is a menu at a place on the screen (px); it is there as long as it has a place. */
export function PointMenu({
  at,
  label,
  onClose,
  children,
}: {
  at: { x: number; y: number } | null;
  label: string;
  onClose: () => void;
  children: ReactNode;
}) {
  if (at === null) return null;
  return (
    <Menu
      key={`${at.x} ${at.y}`}
      opened
      onChange={(opened) => opened || onClose()}
      position="bottom-start"
      offset={4}
      withinPortal={false}
      floatingStrategy="fixed"
    >
      <Menu.Target>
        <button
          type="button"
          className="hw-plain"
          aria-label={label}
          tabIndex={-1}
          style={{ position: "fixed", insetInlineStart: at.x, insetBlockStart: at.y, inlineSize: 1, blockSize: 1 }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>{children}</Menu.Dropdown>
    </Menu>
  );
}
