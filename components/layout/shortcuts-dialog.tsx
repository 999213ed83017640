"use client";

import { Modal } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Kbd } from "@/components/ui/kbd.tsx";
import { closeOverlay, useOverlay } from "./overlays.ts";
import { pages } from "./pages.ts";
import classes from "./shortcuts-dialog.module.css";
import { useModKey } from "./use-mod-key.ts";

/** ShortcutsDialog lists the keys. */
export function ShortcutsDialog() {
  const t = useTranslations("nav.shortcuts");
  const common = useTranslations("common");
  const mod = useModKey();
  const opened = useOverlay() === "shortcuts";
  const lines = [
    { word: t("find"), keys: [mod, "K"] },
    { word: t("search"), keys: ["/"] },
    ...pages.map(({ id, key }) => ({ word: t(id), keys: ["g", key], inTurn: true })),
    { word: t("refresh"), keys: ["r"] },
    { word: t("pause"), keys: ["p"] },
    { word: t("help"), keys: ["?"] },
    { word: t("close"), keys: ["Esc"] },
  ];
  return (
    <Modal
      opened={opened}
      onClose={closeOverlay}
      title={t("title")}
      size={420}
      closeButtonProps={{ "aria-label": common("close") }}
    >
      <dl className={classes.keys}>
        {lines.map(({ word, keys, ...line }) => (
          <div key={word} className={classes.line}>
            <dt>{word}</dt>
            <dd className={classes.combo}>
              <Kbd>{keys[0]}</Kbd>
              {"inTurn" in line ? t("then") : null}
              {keys[1] ? <Kbd>{keys[1]}</Kbd> : null}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
