"use client";

import { Menu, Popover } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { Choice } from "@/components/ui/choice.ts";
import { ICON } from "@/components/ui/icon.ts";
import { MenuChoice } from "@/components/ui/menu-choice.tsx";
import classes from "./chip.module.css";

type ChipProps = {
  name: string;
  value: string;
  /** Says that it is not at its default; then `onRemove` brings it back. */
  set?: boolean;
  onRemove?: (() => void) | undefined;
};

function Parts({ name, value }: ChipProps) {
  return (
    <>
      <span className={classes.name}>{name}</span>
      <span className={classes.value}>{value}</span>
    </>
  );
}

function Frame({ name, set, onRemove, children }: ChipProps & { children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <span className={classes.chip} data-set={set || undefined}>
      {children}
      {set && onRemove ? (
        <button
          type="button"
          className={`hw-plain ${classes.remove}`}
          aria-label={t("removeFilter", { name })}
          onClick={onRemove}
        >
          <IconX {...ICON} size={14} />
        </button>
      ) : null}
    </span>
  );
}

/** FormChip is a condition that a small form sets. */
export function FormChip({
  children,
  opensAtOnce = false,
  ...chip
}: ChipProps & { opensAtOnce?: boolean; children: (close: () => void) => ReactNode }) {
  const [opened, setOpened] = useState(opensAtOnce);
  return (
    <Frame {...chip}>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus withinPortal>
        <Popover.Target>
          <button type="button" className={`hw-plain ${classes.open}`} onClick={() => setOpened(!opened)}>
            <Parts {...chip} />
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={chip.name}>{children(() => setOpened(false))}</Popover.Dropdown>
      </Popover>
    </Frame>
  );
}

/** ChoiceChip is a condition that is one of a few. */
export function ChoiceChip<V extends string>({
  choice,
  options,
  onChoose,
  opensAtOnce = false,
  ...chip
}: Omit<ChipProps, "value"> & {
  choice: V;
  options: readonly Choice<V>[];
  onChoose: (choice: V) => void;
  opensAtOnce?: boolean;
}) {
  const value = options.find((option) => option.value === choice)?.label ?? choice;
  return (
    <Frame {...chip} value={value}>
      <Menu position="bottom-start" defaultOpened={opensAtOnce}>
        <Menu.Target>
          <button type="button" className={`hw-plain ${classes.open}`}>
            <Parts {...chip} value={value} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <MenuChoice label={chip.name} value={choice} options={options} onChange={onChoose} />
        </Menu.Dropdown>
      </Menu>
    </Frame>
  );
}
