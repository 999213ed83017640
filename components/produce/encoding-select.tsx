"use client";

import { Select } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ProduceEncoding } from "@/lib/api/produce.ts";
import classes from "./produce.module.css";

type EncodingSelectProps = {
  label: string;
  value: ProduceEncoding;
  disabled?: boolean;
  onChange: (encoding: ProduceEncoding) => void;
};

/** EncodingSelect says what bytes a text in a field stands for. */
export function EncodingSelect({ label, value, disabled, onChange }: EncodingSelectProps) {
  const t = useTranslations("produce.encodings");
  return (
    <Select
      className={classes.encoding}
      size="xs"
      aria-label={label}
      value={value}
      disabled={disabled ?? false}
      data={ProduceEncoding.options.map((encoding) => ({ value: encoding, label: t(encoding) }))}
      onChange={(encoding) => encoding && onChange(ProduceEncoding.parse(encoding))}
    />
  );
}
