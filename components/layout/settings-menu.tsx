"use client";

import { Menu, useMantineColorScheme } from "@mantine/core";
import { IconKeyboard, IconSettings } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { localeNames, locales } from "@/lib/locales.ts";
import { ICON } from "@/components/ui/icon.ts";
import { Kbd } from "@/components/ui/kbd.tsx";
import { MenuChoice } from "@/components/ui/menu-choice.tsx";
import { openShortcuts } from "./overlays.ts";
import classes from "./sidebar.module.css";
import { useLanguage } from "./use-language.ts";

function Scheme() {
  const t = useTranslations("nav");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const options = [
    { value: "light", label: t("light") },
    { value: "dark", label: t("dark") },
    { value: "auto", label: t("system") },
  ] as const;
  return <MenuChoice label={t("theme")} value={colorScheme} options={options} onChange={setColorScheme} />;
}

function Language() {
  const t = useTranslations("nav");
  const [locale, choose] = useLanguage();
  const options = locales.map((other) => ({ value: other, label: localeNames[other], lang: other }));
  return <MenuChoice label={t("language")} value={locale} options={options} onChange={choose} />;
}

/** SettingsMenu sets the theme and the language, and opens the list of keys. */
export function SettingsMenu({ compact }: { compact?: boolean }) {
  const t = useTranslations("nav");
  return (
    <Menu position={compact ? "right-end" : "top-start"} width={200}>
      <Menu.Target>
        <button
          type="button"
          className={`hw-plain ${classes.item}`}
          aria-label={t("settings")}
          data-tip={compact ? t("settings") : undefined}
        >
          <IconSettings {...ICON} size={17} />
          {compact ? null : <span className={classes.word}>{t("settings")}</span>}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Scheme />
        <Menu.Divider />
        <Language />
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard {...ICON} />} rightSection={<Kbd>?</Kbd>} onClick={openShortcuts}>
          {t("keys")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
