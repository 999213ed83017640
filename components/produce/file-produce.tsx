"use client";

import { Button, Checkbox, FileInput } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/create-topic/field.tsx";
import fields from "@/components/create-topic/fields.module.css";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { ActionBar } from "@/components/ui/action-bar.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Columns, Stack } from "@/components/ui/columns.tsx";
import { ICON } from "@/components/ui/icon.ts";
import { LinkButton } from "@/components/ui/link-button.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { Codec } from "@/lib/api/messages.ts";
import type { PartitionerName } from "@/lib/api/produce.ts";
import type { Topic } from "@/lib/api/topics.ts";
import { paths } from "@/lib/paths.ts";
import { FailuresCard } from "./failures-card.tsx";
import { FileFormats } from "./file-formats.tsx";
import { FileProgressCard } from "./file-progress-card.tsx";
import type { FileOptions } from "./file-records.ts";
import { CompressionField, PartitionerField } from "./place-fields.tsx";
import { useFileSend } from "./use-file-send.ts";
import classes from "./produce.module.css";

type Settings = FileOptions & { partitioner: PartitionerName; compression: Codec };
type OptionsProps = { settings: Settings; csv: boolean; onChange: (part: Partial<Settings>) => void };

const INPUT_ID = "produce-file";

function isCsv(file: File): boolean {
  return /\.csv$/i.test(file.name) || file.type === "text/csv";
}

function Options({ settings, csv, onChange }: OptionsProps) {
  const t = useTranslations("produce.file");
  const check = (option: "partitions" | "timestamps" | "emptyIsNull") => (
    <Checkbox
      label={t(option)}
      checked={settings[option]}
      onChange={(event) => onChange({ [option]: event.currentTarget.checked })}
    />
  );
  return (
    <>
      <div className={fields.two}>
        <PartitionerField value={settings.partitioner} onChange={(partitioner) => onChange({ partitioner })} />
        <CompressionField value={settings.compression} onChange={(compression) => onChange({ compression })} />
      </div>
      {check("partitions")}
      {check("timestamps")}
      {csv ? check("emptyIsNull") : null}
    </>
  );
}

function useFile() {
  const [file, setFile] = useState<File | null>(null);
  const [settings, setSettings] = useState<Settings>({
    partitions: true,
    timestamps: true,
    emptyIsNull: false,
    partitioner: "murmur2",
    compression: "lz4",
  });
  const { partitioner, compression, ...options } = settings;
  const order = file && { file, csv: isCsv(file), options, request: { partitioner, compression } };
  return { file, setFile, settings, order, change: (part: Partial<Settings>) => setSettings({ ...settings, ...part }) };
}

/** FileProduce writes the records of a file, read in the browser: with its progress, and a report of the lines that were not written. */
export function FileProduce({ name, details }: { name: TopicName; details: Topic }) {
  const t = useTranslations("produce.file");
  const format = useFormat();
  const { file, setFile, settings, order, change } = useFile();
  const { run, start, resume, stop, clear } = useFileSend(name);
  const busy = run?.phase === "running" || run?.phase === "stopping";
  const resumable = run?.phase === "stopped" || (run?.phase === "failed" && run.readBytes > 0);
  const choose = (chosen: File | null) => {
    setFile(chosen);
    clear();
  };
  return (
    <>
      <Columns ratio="62:38" align="start">
        <Stack>
          <Card>
            <div className={classes.form}>
              <Field
                id={INPUT_ID}
                label={t("label")}
                hint={{
                  text: file
                    ? t("chosen", { size: format.bytes(file.size), format: isCsv(file) ? "CSV" : "NDJSON" })
                    : t("browser"),
                }}
              >
                <FileInput
                  id={INPUT_ID}
                  accept=".ndjson,.jsonl,.json,.csv,.txt"
                  placeholder={t("choose")}
                  leftSection={<IconFileText {...ICON} />}
                  clearable
                  clearButtonProps={{ "aria-label": t("clear") }}
                  disabled={busy}
                  value={file}
                  onChange={choose}
                />
              </Field>
              <Options settings={settings} csv={file !== null && isCsv(file)} onChange={change} />
            </div>
          </Card>
          {run ? <FileProgressCard run={run} size={file?.size ?? 0} onStop={stop} /> : null}
          {run && run.failures.length > 0 ? <FailuresCard name={name} failures={run.failures} /> : null}
        </Stack>
        <FileFormats partitions={details.partitions} />
      </Columns>
      <ActionBar>
        {resumable && order ? (
          <Button variant="filled" onClick={() => resume(order)}>
            {t("resume", { line: format.exact(run.nextLine) })}
          </Button>
        ) : (
          <Button
            variant="filled"
            disabled={!order || run?.phase === "done"}
            loading={busy}
            onClick={() => order && start(order)}
          >
            {t("start", { topic: name.topic })}
          </Button>
        )}
        <LinkButton variant="subtle" href={paths.topicMessages(name.clusterId, name.topic)}>
          {t("back")}
        </LinkButton>
      </ActionBar>
    </>
  );
}
