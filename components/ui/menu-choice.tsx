"use client";

import { Menu } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { Choice } from "./choice.ts";
import { ICON } from "./icon.ts";

type MenuChoiceProps<V extends string> = {
  label?: string;
  value: V;
  options: readonly Choice<V>[];
  onChange: (value: V) => void;
};

/** MenuChoice is one of several exclusive options within a Menu.Dropdown; choosing closes the menu. */
export function MenuChoice<V extends string>({ label, value, options, onChange }: MenuChoiceProps<V>) {
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <Menu.RadioGroup value={value} onChange={choose}>
      {label ? <Menu.Label>{label}</Menu.Label> : null}
      {options.map((option) => (
        <Menu.RadioItem
          key={option.value}
          value={option.value}
          checkIcon={<IconCheck {...ICON} size={15} />}
          closeMenuOnClick
          lang={option.lang}
        >
          {option.label}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
