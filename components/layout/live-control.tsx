"use client";

import { Menu } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { IconAlertTriangle, IconChevronDown, IconPlayerPause, IconPlayerPlay, IconRefresh } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ICON } from "@/components/ui/icon.ts";
import { MenuChoice } from "@/components/ui/menu-choice.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useNow } from "@/components/ui/use-now.ts";
import { useOldest } from "./as-of.ts";
import classes from "./live-control.module.css";
import { assessLiveness, type Liveness } from "./liveness.ts";
import { refreshRates, useRefresh } from "./refresh.tsx";

const marks: Record<Liveness, ReactNode> = {
  live: <span className={classes.dot} />,
  paused: <IconPlayerPause {...ICON} size={14} />,
  stale: <IconAlertTriangle {...ICON} size={15} />,
};

function RateMenu() {
  const t = useTranslations("nav");
  const format = useFormat();
  const queryClient = useQueryClient();
  const { intervalMs, setIntervalMs, setPaused } = useRefresh();
  const wordOf = (rate: number | null) => (rate === null ? t("off") : t("every", { time: format.duration(rate) }));
  const choose = (rate: number | null) => {
    setIntervalMs(rate);
    setPaused(false);
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button
          type="button"
          className={`hw-plain ${classes.part} ${classes.rate}`}
          aria-label={`${t("refreshRate")}: ${wordOf(intervalMs)}`}
        >
          {wordOf(intervalMs)}
          <IconChevronDown {...ICON} size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuChoice
          label={t("refreshRate")}
          value={String(intervalMs)}
          options={refreshRates.map((rate) => ({ value: String(rate), label: wordOf(rate) }))}
          onChange={(chosen) => choose(refreshRates.find((rate) => String(rate) === chosen) ?? null)}
        />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconRefresh {...ICON} />}
          onClick={() => queryClient.refetchQueries({ type: "active" })}
        >
          {t("refreshNow")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** LiveControl says how old the data in view is, and sets how often it is read again: Live 2 s ago, Paused, Stale 42 s. */
export function LiveControl() {
  const t = useTranslations("nav");
  const format = useFormat();
  const now = useNow();
  const data = useOldest();
  const { intervalMs, paused, held, setPaused, setHeld, setIntervalMs } = useRefresh();
  const state = assessLiveness(data, now, intervalMs, paused || held);
  const age = data === null ? null : Math.max(0, now - data.asOf);
  const toggle = () => {
    if (intervalMs === null) setIntervalMs(5_000);
    setHeld(false);
    setPaused(state !== "paused");
  };
  const Toggle = state === "paused" ? IconPlayerPlay : IconPlayerPause;
  const pauseWord = t(state === "paused" ? "resume" : "pause");
  return (
    <div className={classes.control} data-state={state} role="group" aria-label={t("liveLabel")}>
      <span
        className={classes.state}
        data-tip={state === "stale" && age !== null ? t("staleWhy", { age: format.duration(age) }) : undefined}
      >
        {marks[state]}
        <span className={classes.word}>{t(held ? "pausedWhileReading" : state)}</span>
        {age === null || held ? null : (
          <span className={classes.age}>
            {state === "stale" ? format.duration(Math.floor(age / 1000) * 1000) : format.age(age)}
          </span>
        )}
      </span>
      <RateMenu />
      <button
        type="button"
        className={`hw-plain ${classes.part} ${classes.rate}`}
        aria-label={pauseWord}
        data-tip={pauseWord}
        onClick={toggle}
      >
        <Toggle {...ICON} size={15} />
      </button>
    </div>
  );
}
