"use client";

import { CloseButton, Drawer } from "@mantine/core";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useState } from "react";
import { closeOverlay, useOverlay } from "./overlays.ts";
import classes from "./shell.module.css";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import { Sidebar } from "./sidebar.tsx";

const loadPalette = () => import("./palette.tsx");
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));

const PRELOAD_AFTER_MS = 1000;

function NarrowMenu() {
  const t = useTranslations("nav");
  const common = useTranslations("common");
  const opened = useOverlay() === "menu";
  return (
    <Drawer
      opened={opened}
      onClose={closeOverlay}
      size={264}
      withCloseButton={false}
      padding={0}
      attributes={{ content: { "aria-label": t("menu") } }}
      classNames={{ body: classes.drawer ?? "" }}
    >
      <CloseButton className={classes.close} aria-label={common("close")} onClick={closeOverlay} />
      <Sidebar touch />
    </Drawer>
  );
}

/** OverlaysHost is where the overlays of the shell stand; the palette's code comes once the page is there, so that no letter is lost of what is typed after the first Ctrl+K. */
export function OverlaysHost() {
  const overlay = useOverlay();
  const [wanted, setWanted] = useState(false);
  if (overlay === "palette" && !wanted) setWanted(true);
  useEffect(() => {
    const preload = setTimeout(() => void loadPalette().catch(() => undefined), PRELOAD_AFTER_MS);
    return () => clearTimeout(preload);
  }, []);
  return (
    <>
      <NarrowMenu />
      <ShortcutsDialog />
      {wanted ? (
        <Suspense>
          <Palette opened={overlay === "palette"} />
        </Suspense>
      ) : null}
    </>
  );
}
