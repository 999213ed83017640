"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { notifyDone, notifyFailed } from "@/components/ui/notices.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import type { CreateTopicResult } from "@/lib/api/topics.ts";
import { paths } from "@/lib/paths.ts";
import { useCreateTopic } from "@/lib/queries/topic-changes.ts";
import type { NewTopicDraft } from "@/lib/settings/new-topic.ts";

function useNotices() {
  const t = useTranslations("create");
  const format = useFormat();
  const { describe } = useProblem();
  return {
    done: ({ name, partitions, durationMs }: CreateTopicResult) =>
      notifyDone({
        title: t("done", { name }),
        message: t("doneMessage", { partitions, duration: format.duration(durationMs) }),
      }),
    failed: (name: string, error: unknown) => {
      const { title, detail, next } = describe(error);
      notifyFailed({ title: t("failed", { name }), message: [`${title}.`, detail, next].filter(Boolean).join(" ") });
    },
  };
}

/** useCreate creates the topic of a draft and goes to it. A draft that cannot be right moves the focus to its first wrong field; a refusal leaves the form as it is. */
export function useCreate(clusterId: string) {
  const router = useRouter();
  const notices = useNotices();
  const mutation = useCreateTopic(clusterId);
  const [tries, setTries] = useState(0);
  const formRef = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (tries > 0) formRef.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [tries]);
  const create = ({ body, errors }: NewTopicDraft) => {
    if (errors.size > 0) return setTries((count) => count + 1);
    if (mutation.isPending || mutation.isSuccess) return undefined;
    return mutation.mutate(body, {
      onSuccess: (result) => {
        notices.done(result);
        router.push(paths.topic(clusterId, body.name));
      },
      onError: (error) => notices.failed(body.name, error),
    });
  };
  return {
    create,
    formRef,
    creating: mutation.isPending || mutation.isSuccess,
    tried: tries > 0,
    done: mutation.isSuccess,
    /** What the last try failed with, while the form is as it was sent. */
    refusalOf: (body: NewTopicDraft["body"]) =>
      JSON.stringify(mutation.variables) === JSON.stringify(body) ? mutation.error : null,
  };
}
