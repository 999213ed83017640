"use client";

import { Menu } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import classes from "./filter-chip.module.css";
import { ICON } from "./icon.ts";

/** FilterChip is a filter in force: its name, its value, and the way to drop it. */
export function FilterChip({ name, value, onRemove }: { name: string; value: string; onRemove: () => void }) {
  const t = useTranslations("common");
  return (
    <span className={classes.chip}>
      <span className={classes.name}>{name}</span>
      <span className={classes.value}>{value}</span>
      <button
        type="button"
        className={`hw-plain ${classes.remove}`}
        aria-label={t("removeFilter", { name })}
        onClick={onRemove}
      >
        <IconX {...ICON} size={14} />
      </button>
    </span>
  );
}

/** FilterOption is a filter that can be added; options with the same `group` stand under one heading. */
export type FilterOption = { value: string; label: string; group?: string };

/** FilterMenu offers the filters that are not in force yet. Without options it is not there. */
export function FilterMenu({
  label,
  options,
  onSelect,
}: {
  label?: string;
  options: readonly FilterOption[];
  onSelect: (value: string) => void;
}) {
  const t = useTranslations("common");
  if (options.length === 0) return null;
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={`hw-plain ${classes.add}`}>
          <IconPlus {...ICON} size={14} />
          {label ?? t("filter")}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {groups.map((group) => (
          <div key={group ?? ""}>
            {group ? <Menu.Label>{group}</Menu.Label> : null}
            {options
              .filter((option) => option.group === group)
              .map((option) => (
                <Menu.Item key={option.value} onClick={() => onSelect(option.value)}>
                  {option.label}
                </Menu.Item>
              ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
