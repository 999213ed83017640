"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state.tsx";

/** The page for what went wrong inside Highwater itself; an error of Kafka's stands where it belongs. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("common.failed");
  return (
    <div className="hw-message" role="alert">
      <EmptyState title={t("title")} action={<Button onClick={reset}>{t("action")}</Button>}>
        {error.digest ? t("text", { digest: error.digest }) : t("textNoDigest")}
      </EmptyState>
    </div>
  );
}
