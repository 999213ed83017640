import { useTranslations } from "next-intl";
import { Shell } from "@/components/layout/shell.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { LinkButton } from "@/components/ui/link-button.tsx";
import { paths } from "@/lib/paths.ts";

/** The page for an address that leads nowhere. */
export default function NotFound() {
  const t = useTranslations("common.notFound");
  return (
    <Shell clusterId={null}>
      <div className="hw-message">
        <EmptyState title={t("title")} action={<LinkButton href={paths.clusters()}>{t("action")}</LinkButton>}>
          {t("text")}
        </EmptyState>
      </div>
    </Shell>
  );
}
