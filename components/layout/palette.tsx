"use client";

import { Modal } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { ICON } from "@/components/ui/icon.ts";
import { Kbd } from "@/components/ui/kbd.tsx";
import { useProblem } from "@/components/ui/use-problem.ts";
import { closeOverlay } from "./overlays.ts";
import { optionId, PaletteList } from "./palette-list.tsx";
import type { PaletteItem } from "./palette-items.ts";
import classes from "./palette.module.css";
import { usePaletteItems } from "./use-palette-items.ts";

function Words({
  text,
  empty,
  searching,
  error,
}: {
  text: string;
  empty: boolean;
  searching: boolean;
  error: unknown;
}) {
  const t = useTranslations("nav.palette");
  const { describe } = useProblem();
  const words = error
    ? t("failed", { detail: describe(error).title })
    : searching
      ? t("searching")
      : t("nothing", { query: text });
  return (
    <p role="status" className={error || empty ? classes.words : "hw-hidden"}>
      {error || empty ? words : ""}
    </p>
  );
}

function Keys() {
  const t = useTranslations("nav.palette");
  const hints = [
    { keys: ["↑", "↓"], word: t("choose") },
    { keys: ["↵"], word: t("open") },
    { keys: ["g", "t"], word: t("topics") },
    { keys: ["g", "g"], word: t("groups") },
    { keys: ["?"], word: t("allKeys") },
  ];
  return (
    <div className={classes.foot}>
      {hints.map(({ keys, word }) => (
        <span key={word}>
          {keys.map((key, index) => (
            <Kbd key={`${index}${key}`}>{key}</Kbd>
          ))}
          {word}
        </span>
      ))}
    </div>
  );
}

function Finder() {
  const t = useTranslations("nav.palette");
  const router = useRouter();
  const listId = useId();
  const [text, setText] = useState("");
  const [index, setIndex] = useState(0);
  const { items, searching, error } = usePaletteItems(text);
  const chosen = Math.min(index, items.length - 1);
  const open = (item: PaletteItem | undefined) => {
    if (!item) return;
    closeOverlay();
    router.push(item.href);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") open(items[chosen]);
    else if (step && items.length > 0) setIndex((chosen + step + items.length) % items.length);
    else return;
    event.preventDefault();
  };
  const type = (typed: string) => {
    setText(typed);
    setIndex(0);
  };
  return (
    <>
      <div className={classes.search}>
        <IconSearch {...ICON} />
        <input
          className={classes.field}
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-activedescendant={chosen >= 0 ? optionId(listId, chosen) : undefined}
          aria-autocomplete="list"
          aria-label={t("placeholder")}
          placeholder={t("placeholder")}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={pressed}
        />
        <Kbd>Esc</Kbd>
      </div>
      <PaletteList id={listId} items={items} text={text.trim()} chosen={chosen} onPoint={setIndex} onOpen={open} />
      <Words text={text.trim()} empty={items.length === 0} searching={searching} error={error} />
      <Keys />
    </>
  );
}

/** Palette finds any topic, group, broker, cluster or page by a part of its name. */
export function Palette({ opened }: { opened: boolean }) {
  const t = useTranslations("nav.palette");
  return (
    <Modal
      opened={opened}
      onClose={closeOverlay}
      withCloseButton={false}
      padding={0}
      size={560}
      yOffset="12dvh"
      centered={false}
      attributes={{ content: { "aria-label": t("title") } }}
    >
      <Finder />
    </Modal>
  );
}
