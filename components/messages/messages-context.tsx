"use client";

import { useQueryStates } from "nuqs";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { MessagesSearch } from "@/lib/api/messages.ts";
import { messagesPath } from "@/lib/queries/messages.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { type Decodings, messagesParams, type MessagesUrl, toScanSearch } from "./messages-search.ts";
import { useDecodings } from "./use-decodings.ts";
import { type Scan, useScan } from "./use-scan.ts";

/** UrlChange is what of the URL is to change; null brings a word back to its default. */
export type UrlChange = { [Name in keyof MessagesUrl]?: MessagesUrl[Name] | null };

/** Messages is the page: the topic, what the URL says, the scan that it asks for, and how keys and values are read. */
export type Messages = {
  name: TopicName;
  url: MessagesUrl;
  change: (change: UrlChange, history?: "push" | "replace") => void;
  search: MessagesSearch;
  scan: Scan;
  decodings: Decodings;
  remember: (change: Partial<Decodings>) => void;
};

const Context = createContext<Messages | null>(null);

/** MessagesProvider runs the scan that the URL asks for. */
export function MessagesProvider({ name, children }: { name: TopicName; children: ReactNode }) {
  const [url, setUrl] = useQueryStates(messagesParams);
  const [remembered, remember] = useDecodings(name);
  const decodings = { key: url.keyAs ?? remembered.key, value: url.valueAs ?? remembered.value };
  const search = toScanSearch(url, remembered);
  const scan = useScan(messagesPath(name.clusterId, name.topic, search), url.start === "newest");
  const change = useMemo(
    () =>
      (what: UrlChange, history: "push" | "replace" = "push") =>
        void setUrl(what, { history }),
    [setUrl],
  );
  return <Context value={{ name, url, change, search, scan, decodings, remember }}>{children}</Context>;
}

/** useMessages is the page around. */
export function useMessages(): Messages {
  const messages = useContext(Context);
  if (!messages) throw new Error("useMessages stands outside MessagesProvider.");
  return messages;
}
