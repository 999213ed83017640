"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { notifyDone, notifyFailed } from "@/components/ui/notices.tsx";
import { useProblem } from "@/components/ui/use-problem.ts";
import type { ProduceInput, ProduceResult } from "@/lib/api/produce.ts";
import { useProduce } from "@/lib/queries/produce.ts";
import { recordPath } from "./record-path.ts";

function useNotices(name: TopicName) {
  const t = useTranslations("produce.notice");
  const { describe } = useProblem();
  const written = ({ records, failed, results }: ProduceResult) => {
    const first = results.find(({ error }) => error === null);
    if (failed > 0) {
      const reasons = new Set(results.flatMap(({ error }) => (error ? [error.message] : [])));
      notifyFailed({ title: t("partly", { failed, records }), message: [...reasons].slice(0, 3).join(" ") });
    }
    if (!first || records === failed) return;
    const action = { href: recordPath(name, first), label: t("open") };
    notifyDone({ title: t("done", { count: records - failed, topic: name.topic }), action });
  };
  const failed = (error: unknown) => {
    const { title, detail, next } = describe(error);
    notifyFailed({
      title: t("failed", { topic: name.topic }),
      message: [`${title}.`, detail, next].filter(Boolean).join(" "),
    });
  };
  return { written, failed };
}

/** useSend writes records and keeps what came of them, the newest first. */
export function useSend(name: TopicName) {
  const notices = useNotices(name);
  const mutation = useProduce(name.clusterId, name.topic);
  const [results, setResults] = useState<ProduceResult[]>([]);
  const send = (input: ProduceInput) => {
    if (mutation.isPending) return;
    mutation.mutate(input, {
      onSuccess: (result) => {
        setResults((before) => [result, ...before].slice(0, 20));
        notices.written(result);
      },
      onError: notices.failed,
    });
  };
  return { send, results, pending: mutation.isPending, refusal: mutation.error };
}
