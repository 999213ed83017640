"use client";

import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ICON } from "./icon.ts";
import { Kbd } from "./kbd.tsx";
import classes from "./search-input.module.css";
import { useDebouncedText } from "./use-debounced-text.ts";

type SearchInputProps = {
  /** Names the field; also its placeholder unless one is given. */
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  delayMs?: number;
  /** The page's own search: `/` focuses it. */
  pageSearch?: boolean;
  wide?: boolean;
};

/** SearchInput is a search field that tells what was typed after a pause (default 250 ms). Esc clears it. */
export function SearchInput({
  label,
  placeholder,
  value,
  onChange,
  delayMs = 250,
  pageSearch = true,
  wide,
}: SearchInputProps) {
  const t = useTranslations("common");
  const [text, setText, setNow] = useDebouncedText(value, onChange, delayMs);
  const hint = pageSearch ? <Kbd>/</Kbd> : null;
  return (
    <TextInput
      className={classes.input}
      data-wide={wide || undefined}
      type="text"
      role="searchbox"
      aria-label={label}
      placeholder={placeholder ?? label}
      data-page-search={pageSearch || undefined}
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => event.key === "Escape" && setNow("")}
      leftSection={<IconSearch {...ICON} />}
      rightSection={
        text === "" ? hint : <CloseButton size="sm" aria-label={t("clearSearch")} onClick={() => setNow("")} />
      }
    />
  );
}
