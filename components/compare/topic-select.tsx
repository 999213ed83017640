"use client";

import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useLiveOptions } from "@/components/layout/refresh.tsx";
import { useDebouncedText } from "@/components/ui/use-debounced-text.ts";
import { TopicListQuery } from "@/lib/api/topics.ts";
import { topicsQuery } from "@/lib/queries/topics.ts";
import { useState } from "react";
import classes from "./compare.module.css";

const SHOWN = 100;
const PAUSE_MS = 200;

type TopicSelectProps = {
  clusterId: string;
  value: string;
  error?: string | undefined;
  onChange: (topic: string) => void;
};

/** TopicSelect chooses a topic of a cluster; what is typed is looked for on the server, so that ten thousand topics are no burden. */
export function TopicSelect({ clusterId, value, error, onChange }: TopicSelectProps) {
  const t = useTranslations("compare.form");
  const [asked, setAsked] = useState(value);
  const [typed, type, typeAtOnce] = useDebouncedText(value, setAsked, PAUSE_MS);
  // What stands there once a topic was chosen is no search.
  const search = asked === value ? "" : asked;
  const query = useQuery({
    ...topicsQuery(clusterId, TopicListQuery.parse({ search, pageSize: SHOWN })),
    ...useLiveOptions(),
  });
  const names = query.data?.items.map(({ name }) => name) ?? [];
  const data = value === "" || names.includes(value) ? names : [value, ...names];
  return (
    <Select
      className={classes.grow}
      aria-label={t("topic")}
      placeholder={t("choose")}
      searchable
      limit={SHOWN}
      filter={({ options }) => options}
      data={data}
      value={value === "" ? null : value}
      searchValue={typed}
      onSearchChange={type}
      nothingFoundMessage={query.isPending ? t("searching") : t("noTopic")}
      error={error}
      onChange={(topic) => {
        if (topic === null) return;
        typeAtOnce(topic);
        onChange(topic);
      }}
    />
  );
}
