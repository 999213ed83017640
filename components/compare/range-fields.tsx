"use client";

import { Select, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { fromLocalInput, toLocalInput } from "@/components/messages/local-time.ts";
import { useZone } from "@/components/ui/use-format.ts";
import { useNow } from "@/components/ui/use-now.ts";
import { placeKinds, type RangePlace, readPlace, writePlace } from "./range.ts";
import classes from "./compare.module.css";

type Change = { start?: string | null; end?: string | null };
type RangeProps = { of: string; start: string; end: string; onChange: (change: Change) => void };

const HOUR_MS = 3_600_000;

function toPlace(kind: RangePlace["kind"], now: number): RangePlace {
  if (kind === "time") return { kind, iso: new Date(now - HOUR_MS).toISOString() };
  return kind === "offset" ? { kind, offset: "0" } : { kind };
}

function PlaceFields({
  name,
  label,
  place,
  onChange,
}: {
  name: "from" | "to";
  label: string;
  place: RangePlace;
  onChange: (place: RangePlace) => void;
}) {
  const t = useTranslations("compare.range");
  const now = useNow();
  const zone = useZone();
  const kinds = placeKinds.map((value) => ({ value, label: t(value === "log" ? name : `kinds.${value}`) }));
  return (
    <div className={classes.place}>
      <span className={classes.placeName} aria-hidden="true">
        {t(`${name}Name`)}
      </span>
      <Select
        className={classes.kind}
        aria-label={label}
        data={kinds}
        value={place.kind}
        onChange={(kind) => kind && onChange(toPlace(kind, now))}
      />
      {place.kind === "time" ? (
        // The server does not know the browser's zone: with another one the field is made anew.
        <TextInput
          key={zone}
          className={classes.time}
          type="datetime-local"
          step={1}
          aria-label={t("time", { label })}
          defaultValue={toLocalInput(place.iso).slice(0, 19)}
          onChange={(event) => {
            const iso = fromLocalInput(event.currentTarget.value);
            if (iso) onChange({ kind: "time", iso });
          }}
        />
      ) : null}
      {place.kind === "offset" ? (
        <TextInput
          className={classes.offset}
          inputMode="numeric"
          aria-label={t("offset", { label })}
          value={place.offset}
          onChange={(event) => {
            const digits = event.currentTarget.value.replaceAll(/\D/g, "").slice(0, 18);
            onChange({ kind: "offset", offset: digits === "" ? "0" : digits.replace(/^0+(?=\d)/, "") });
          }}
        />
      ) : null}
    </div>
  );
}

/** RangeFields say which stretch of a topic is read; `of` names the topic to screen readers. */
export function RangeFields({ of, start, end, onChange }: RangeProps) {
  const t = useTranslations("compare.range");
  return (
    <div className={classes.range}>
      <PlaceFields
        name="from"
        label={t("fromOf", { of })}
        place={readPlace(start)}
        onChange={(place) => onChange({ start: writePlace(place) })}
      />
      <PlaceFields
        name="to"
        label={t("toOf", { of })}
        place={readPlace(end)}
        onChange={(place) => onChange({ end: writePlace(place) })}
      />
    </div>
  );
}
