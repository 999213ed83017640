"use client";

import { useTranslations } from "next-intl";
import type { TopicsSearch } from "@/app/clusters/[clusterId]/topics/search-params.ts";
import type { TopicList } from "@/lib/api/topics.ts";
import { paths } from "@/lib/paths.ts";
import { EmptyState, NothingMatches } from "@/components/ui/empty-state.tsx";
import { LinkButton } from "@/components/ui/link-button.tsx";
import { TextButton, TextLink } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { isFiltered, noFilter, type SetTopicsSearch, viewOf } from "./topics-search.ts";

type NoTopicsProps = {
  clusterId: string;
  answer: TopicList;
  search: TopicsSearch;
  onSearch: SetTopicsSearch;
  readOnly: boolean;
};

/** NextStep repeats the filters in force, offers the closest name, and the internal topics while they are hidden. */
function NextStep({ clusterId, answer, search, onSearch }: NoTopicsProps) {
  const t = useTranslations("topics");
  const format = useFormat();
  const { closest } = answer;
  const view = viewOf(search);
  const filters = [
    view === "all" ? null : t(`views.${view}`),
    search.underReplicated ? t("filters.underReplicated") : null,
  ].filter((filter) => filter !== null);
  const link = closest === null ? null : <TextLink href={paths.topic(clusterId, closest)}>{closest}</TextLink>;
  const showInternal = () => onSearch({ internal: true, page: null });
  return (
    <>
      {filters.length > 0 ? <p>{t("nothing.with", { filters: format.list(filters) })}</p> : null}
      {link ? <p>{t.rich("nothing.closest", { name: () => link })}</p> : null}
      {search.internal ? null : (
        <p>
          {t("nothing.hidden")} <TextButton onClick={showInternal}>{t("nothing.showInternal")}</TextButton>
        </p>
      )}
    </>
  );
}

function Nothing(props: NoTopicsProps) {
  const t = useTranslations("topics");
  const format = useFormat();
  const { search, onSearch } = props;
  const { topics, internal } = props.answer.totals;
  const count = search.internal ? topics : topics - internal;
  const words = { count, shown: format.count(count), search: search.search };
  return (
    <NothingMatches
      title={t(search.search === "" ? "nothing.filters" : "nothing.search", words)}
      detail={<NextStep {...props} />}
      onClear={() => onSearch(noFilter)}
    />
  );
}

/** NoTopics stands where the list has no rows: nothing matches, or there is no topic yet. */
export function NoTopics(props: NoTopicsProps) {
  const t = useTranslations("topics");
  if (isFiltered(props.search)) return <Nothing {...props} />;
  const create = <LinkButton href={paths.createTopic(props.clusterId)}>{t("create")}</LinkButton>;
  return (
    <EmptyState title={t("none.title")} action={props.readOnly ? undefined : create}>
      {t("none.text")}
    </EmptyState>
  );
}
