"use client";

import { useTranslations } from "next-intl";
import { notifyDone, notifyFailed } from "@/components/ui/notices.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import type { ConfigPatch } from "@/lib/api/configs.ts";
import { useAlterTopicConfigs } from "@/lib/queries/topic-configs.ts";

/** useApplyConfigs applies a patch and says what came of it; `onDone` runs only when it was done. */
export function useApplyConfigs(clusterId: string, topic: string, onDone: () => void) {
  const t = useTranslations("configs");
  const format = useFormat();
  const { describe } = useProblem();
  const mutation = useAlterTopicConfigs(clusterId, topic);
  const apply = (patch: ConfigPatch) =>
    mutation.mutate(patch, {
      onSuccess: ({ changes, durationMs }) => {
        onDone();
        const names = format.list(changes.map(({ name }) => name));
        notifyDone({
          title: t("done.title", { count: changes.length, topic }),
          message: t("done.message", { names, duration: format.duration(durationMs) }),
        });
      },
      onError: (error) => {
        const { title, detail, next } = describe(error);
        notifyFailed({ title: t("failed", { topic }), message: [`${title}.`, detail, next].filter(Boolean).join(" ") });
      },
    });
  return { apply, applying: mutation.isPending, error: mutation.error };
}
