import type { ReactNode } from "react";
import { MessageViews } from "@/components/messages/message-views.tsx";
import { readTopicName, type TopicRouteParams } from "@/components/topic/topic-name.ts";
import { warmScanner } from "@/lib/services/scan-jobs.ts";

/** MessagesLayout stands around the views of a topic's messages: search, key, latest by key, duplicates, compare. */
export default async function MessagesLayout({ params, children }: { params: TopicRouteParams; children: ReactNode }) {
  warmScanner();
  return <MessageViews name={await readTopicName(params)}>{children}</MessageViews>;
}
