"use client";

import { ActionIcon, Popover } from "@mantine/core";
import { IconHelpCircle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ICON } from "@/components/ui/icon.ts";
import classes from "./filter-line.module.css";

const examples = [
  { id: "field", text: 'value.status == "PAID"' },
  { id: "and", text: 'value.total > 500 && value.customer.country == "DE"' },
  { id: "text", text: 'value.email.endsWith("@example.com")' },
  { id: "has", text: "has(value.refund) || value.items.size() > 3" },
  { id: "key", text: 'key.startsWith("order-") && partition == 0' },
  { id: "header", text: 'headers["event-type"] == "order.placed"' },
  { id: "time", text: 'timestamp > timestamp("2026-11-23T12:00:00Z")' },
] as const;

const variables = ["key", "value", "headers", "partition", "offset", "timestamp"] as const;

/** FilterHelp explains expressions by examples; a click takes one over. */
export function FilterHelp({ onPick }: { onPick: (text: string) => void }) {
  const t = useTranslations("messages.help");
  const [opened, setOpened] = useState(false);
  const pick = (text: string) => {
    onPick(text);
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon size={26} aria-label={t("label")} onClick={() => setOpened(!opened)}>
          <IconHelpCircle {...ICON} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("label")}>
        <div className={classes.help}>
          <p>{t("intro")}</p>
          <p className={classes.heading}>{t("examples")}</p>
          <ul className={classes.examples}>
            {examples.map(({ id, text }) => (
              <li key={id}>
                <button type="button" className={`hw-plain ${classes.example}`} onClick={() => pick(text)}>
                  <code>{text}</code>
                  <span>{t(id)}</span>
                </button>
              </li>
            ))}
          </ul>
          <p className={classes.heading}>{t("variables")}</p>
          <dl className={classes.names}>
            {variables.map((variable) => (
              <div key={variable} style={{ display: "contents" }}>
                <dt>
                  <code>{variable}</code>
                </dt>
                <dd>{t(`is.${variable}`)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
