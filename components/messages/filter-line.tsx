"use client";

import { Button, TextInput } from "@mantine/core";
import { IconFilter, IconPlayerStop, IconSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type ChangeEvent, type SyntheticEvent, useState } from "react";
import { ApiError } from "@/lib/api/client.ts";
import { ICON } from "@/components/ui/icon.ts";
import { Kbd } from "@/components/ui/kbd.tsx";
import { Segmented } from "@/components/ui/quick-views.tsx";
import classes from "./filter-line.module.css";
import { ExpressionInput } from "./expression-input.tsx";
import { FilterHelp } from "./filter-help.tsx";
import { useMessages } from "./messages-context.tsx";
import type { MessagesUrl } from "./messages-search.ts";
import { isFollowing } from "./scan-state.ts";

type Mode = "contains" | "filter";

const modeOf = (url: MessagesUrl): Mode => (url.filter === "" ? "contains" : "filter");

// What is typed stays until the URL says something else: by a chip, a cell's menu, or the browser's back.
function useDraft(url: MessagesUrl) {
  const [known, setKnown] = useState(url);
  const [mode, setMode] = useState<Mode>(modeOf(url));
  const [drafts, setDrafts] = useState({ contains: url.contains, filter: url.filter });
  if (known.contains !== url.contains || known.filter !== url.filter) {
    setKnown(url);
    setDrafts({ contains: url.contains, filter: url.filter });
    if (url[mode] === "" || known.filter !== url.filter) setMode(modeOf(url));
  }
  const setText = (text: string) => setDrafts((before) => ({ ...before, [mode]: text }));
  return { mode, setMode, text: drafts[mode], setText };
}

function useFilterError(mode: Mode): string | undefined {
  const { scan } = useMessages();
  const { error } = scan.state;
  return error instanceof ApiError ? error.fields.find(({ path }) => path === mode)?.message : undefined;
}

function CaseToggle() {
  const t = useTranslations("messages.filter");
  const { url, change } = useMessages();
  return (
    <button
      type="button"
      className={`hw-plain ${classes.case}`}
      aria-pressed={url.caseSensitive}
      aria-label={t("case")}
      data-tip={t("case")}
      onClick={() => change({ caseSensitive: !url.caseSensitive || null })}
    >
      Aa
    </button>
  );
}

/** FilterLine is what is looked for: text, or an expression; Enter searches, Esc stops. */
export function FilterLine() {
  const t = useTranslations("messages.filter");
  const { url, change, scan } = useMessages();
  const { mode, setMode, text, setText } = useDraft(url);
  const error = useFilterError(mode);
  const running = scan.state.status === "running" && !isFollowing(scan.state);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim() === url[mode]) scan.start();
    else change({ [mode]: text.trim() || null });
  };
  const field = {
    className: classes.input,
    "aria-label": t(mode === "filter" ? "expressionLabel" : "containsLabel"),
    placeholder: t(mode === "filter" ? "expressionExample" : "containsExample"),
    "data-page-search": true,
    autoComplete: "off",
    autoCapitalize: "off",
    spellCheck: false,
    maxLength: mode === "filter" ? 4000 : 1000,
    value: text,
    error,
    onChange: (event: ChangeEvent<HTMLInputElement>) => setText(event.currentTarget.value),
    leftSection: mode === "filter" ? <IconFilter {...ICON} /> : <IconSearch {...ICON} />,
    rightSectionWidth: mode === "filter" && text !== "" ? 36 : 66,
    rightSection: (
      <span className={classes.aside}>
        {text === "" ? <Kbd>/</Kbd> : null}
        {mode === "contains" ? <CaseToggle /> : <FilterHelp onPick={setText} />}
      </span>
    ),
  };
  return (
    <form className={classes.line} onSubmit={submit} role="search">
      <Segmented
        label={t("mode")}
        value={mode}
        options={[
          { value: "contains", label: t("contains") },
          { value: "filter", label: t("expression") },
        ]}
        onChange={setMode}
      />
      {mode === "filter" ? <ExpressionInput {...field} /> : <TextInput {...field} />}
      {running ? (
        <Button className={classes.go} leftSection={<IconPlayerStop {...ICON} />} onClick={scan.stop}>
          {t("stop")}
        </Button>
      ) : (
        <Button className={classes.go} type="submit" variant="filled">
          {t("search")}
        </Button>
      )}
    </form>
  );
}
