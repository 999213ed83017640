"use client";

import {
  IconActivity,
  IconCircleCheckFilled,
  IconFile,
  IconKey,
  IconListCheck,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { ICON } from "@/components/ui/icon.ts";
import { type PresetId, presetIds } from "@/lib/settings/presets.ts";
import classes from "./preset-picker.module.css";

const icons: Record<PresetId, TablerIcon> = {
  "event-stream": IconActivity,
  "compacted-table": IconKey,
  "work-queue": IconListCheck,
  blank: IconFile,
};

/** PresetPicker chooses what kind of topic the form begins with. */
export function PresetPicker({ value, onChange }: { value: PresetId; onChange: (preset: PresetId) => void }) {
  const t = useTranslations("create.preset");
  const name = useId();
  return (
    <fieldset className={classes.presets}>
      <legend className="hw-hidden">{t("label")}</legend>
      {presetIds.map((preset) => {
        const Icon = icons[preset];
        return (
          <label key={preset} className={classes.preset}>
            <input
              type="radio"
              name={name}
              value={preset}
              checked={preset === value}
              onChange={() => onChange(preset)}
            />
            <span className={classes.icons}>
              <Icon {...ICON} size={18} />
              <IconCircleCheckFilled size={16} aria-hidden className={classes.check} />
            </span>
            <span className={classes.title}>{t(preset)}</span>
            <span className={classes.hint}>{t(`${preset}Hint`)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
