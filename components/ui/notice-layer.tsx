"use client";

import { MantineThemeProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";

/** NoticeLayer is where notices appear; their close buttons have a name in the page's language. */
export function NoticeLayer() {
  const t = useTranslations("common");
  const closeButtonProps = { "aria-label": t("close") };
  return (
    <MantineThemeProvider
      theme={{ components: { Notification: { defaultProps: { radius: "md", closeButtonProps } } } }}
    >
      <Notifications position="bottom-right" limit={4} />
    </MantineThemeProvider>
  );
}
