"use client";

import { Button, Select, TextInput } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ICON } from "@/components/ui/icon.ts";
import { Decoding } from "@/lib/api/messages.ts";
import classes from "./key-form.module.css";

type KeyFormProps = {
  value: string | null;
  as: Decoding;
  /** What is wrong with the key, as the server says it. */
  error: string | null;
  onFind: (key: string, as: Decoding) => void;
};

/** KeyForm asks for a key and how it is to be read; Enter finds it. */
export function KeyForm({ value, as, error, onFind }: KeyFormProps) {
  const t = useTranslations("keys");
  const [text, setText] = useState(value ?? "");
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value ?? "");
  }
  const options = Decoding.options.map((option) => ({ value: option, label: t(`as.${option}`) }));
  return (
    <form
      className={classes.form}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onFind(text, as);
      }}
    >
      <TextInput
        className={classes.key}
        classNames={{ input: classes.mono }}
        aria-label={t("form.key")}
        placeholder={t("form.placeholder")}
        data-page-search
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        leftSection={<IconKey {...ICON} />}
        value={text}
        error={error}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Select
        className={classes.as}
        aria-label={t("form.as")}
        data={options}
        value={as}
        allowDeselect={false}
        onChange={(next) => onFind(text, Decoding.parse(next))}
      />
      <Button type="submit" variant="filled">
        {t("form.find")}
      </Button>
    </form>
  );
}
