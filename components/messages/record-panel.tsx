"use client";

import { ActionIcon, Button, Menu, Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconChevronDown, IconChevronUp, IconCopy, IconDownload, IconLink, IconSend, IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type CSSProperties, type ReactNode, useRef, useState } from "react";
import { saveFile } from "@/components/charts/save-file.ts";
import { useCluster } from "@/components/layout/use-cluster.ts";
import { CopyName } from "@/components/ui/copy-button.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { ICON } from "@/components/ui/icon.ts";
import { LinkButton } from "@/components/ui/link-button.tsx";
import { RowList } from "@/components/ui/row-list.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { Moment } from "@/components/ui/time-ago.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useNow } from "@/components/ui/use-now.ts";
import type { MessageRecord } from "@/lib/api/messages.ts";
import { paths } from "@/lib/paths.ts";
import { recordQuery, wholeBytes } from "@/lib/queries/messages.ts";
import { useCopyNotice } from "./cell-menu.tsx";
import { useMessages } from "./messages-context.tsx";
import { type RecordName, recordId } from "./messages-search.ts";
import { useReadBy } from "./read-by.tsx";
import { useRecordTime } from "./record-columns.tsx";
import { useFillHeight } from "./use-fill-height.ts";
import classes from "./record-panel.module.css";
import { BatchPart, DatumTag, HeadersPart, RawPart, ValuePart } from "./record-parts.tsx";
import { prettyDatum, recordHref, recordJson } from "./record-text.ts";

type Moves = { onPrevious: (() => void) | null; onNext: (() => void) | null; onClose: () => void };

function PanelHead({ record, onPrevious, onNext, onClose }: Moves & { record: RecordName }) {
  const t = useTranslations("messages.record");
  const format = useFormat();
  const { name } = useMessages();
  const copy = useCopyNotice();
  const act = (label: string, icon: ReactNode, onClick: (() => void) | null) => (
    <ActionIcon aria-label={label} data-tip={label} disabled={onClick === null} onClick={onClick ?? undefined}>
      {icon}
    </ActionIcon>
  );
  const copyLink = () => void copy(new URL(recordHref(name, record), location.href).href);
  return (
    <header className={classes.header}>
      <h2 className={classes.title}>
        <CopyName name={recordId(record)}>
          {t("title", { partition: record.partition, offset: format.exact(BigInt(record.offset)) })}
        </CopyName>
      </h2>
      {act(t("previous"), <IconChevronUp {...ICON} size={18} />, onPrevious)}
      {act(t("next"), <IconChevronDown {...ICON} size={18} />, onNext)}
      {act(t("copyLink"), <IconLink {...ICON} size={18} />, copyLink)}
      {act(t("close"), <IconX {...ICON} size={18} />, onClose)}
    </header>
  );
}

function Facts({ record }: { record: MessageRecord }) {
  const t = useTranslations("messages.record");
  const { name } = useMessages();
  const format = useFormat();
  const now = useNow();
  const time = useRecordTime();
  const readBy = useReadBy(record);
  const by = t(record.timestampType === "CreateTime" ? "byProducer" : "byBroker");
  const { key } = record;
  const rows = [
    {
      id: "time",
      label: t("time"),
      value: (
        <span className={classes.time}>
          <Moment at={record.timestamp}>{time(record.timestamp)}</Moment>{" "}
          <span className={classes.grey}>
            {by}, {format.age(now - record.timestamp)}
          </span>
        </span>
      ),
    },
    !record.control && {
      id: "key",
      label: t("key"),
      value: key ? (
        <CopyName name={key.data}>
          <code>{key.data}</code>
        </CopyName>
      ) : (
        t("noKey")
      ),
    },
    key &&
      !key.cut && {
        id: "same",
        label: t("sameKey"),
        value: (
          <TextLink href={paths.topicKey(name.clusterId, name.topic, { key: key.data })}>{t("sameKeyLink")}</TextLink>
        ),
      },
    readBy !== null && { id: "readBy", label: t("readByLabel"), value: readBy },
  ];
  return <RowList rows={rows.filter((row) => row !== false && row !== null)} />;
}

function Footer({ record }: { record: MessageRecord }) {
  const t = useTranslations("messages.record");
  const { name } = useMessages();
  const copy = useCopyNotice();
  const readOnly = useCluster()?.readOnly ?? true;
  const { value } = record;
  const save = () => {
    if (value === null) return;
    const extension = value.encoding === "json" ? "json" : "txt";
    saveFile(`${name.topic}-${recordId(record)}.${extension}`, new Blob([value.data]));
  };
  return (
    <footer className={classes.footer}>
      <Menu position="top-start">
        <Menu.Target>
          <Button leftSection={<IconCopy {...ICON} />}>{t("copyAs")}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {value ? <Menu.Item onClick={() => void copy(prettyDatum(value))}>{t("copyValue")}</Menu.Item> : null}
          {record.key ? <Menu.Item onClick={() => void copy(record.key!.data)}>{t("copyKey")}</Menu.Item> : null}
          <Menu.Item onClick={() => void copy(recordJson(record))}>{t("copyRecord")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {value ? (
        <ActionIcon variant="default" aria-label={t("download")} data-tip={t("download")} onClick={save}>
          <IconDownload {...ICON} />
        </ActionIcon>
      ) : null}
      {readOnly || record.control ? null : (
        <LinkButton
          href={paths.topicProduce(name.clusterId, name.topic, { from: recordId(record) })}
          leftSection={<IconSend {...ICON} />}
        >
          {t("produceAgain")}
        </LinkButton>
      )}
    </footer>
  );
}

function Body({ shown }: { shown: MessageRecord }) {
  const t = useTranslations("messages.record");
  const { name, decodings } = useMessages();
  const [asked, setAsked] = useState(false);
  const ask = {
    keyAs: decodings.key,
    valueAs: decodings.value,
    partition: shown.partition,
    offset: shown.offset,
    maxBytes: wholeBytes,
  };
  const whole = useQuery({ ...recordQuery(name.clusterId, name.topic, ask), enabled: asked });
  const record = whole.data ?? shown;
  return (
    <>
      <Facts record={record} />
      <Tabs defaultValue="value" keepMounted={false} className={classes.tabs}>
        <div className={classes.tabLine}>
          <Tabs.List>
            <Tabs.Tab value="value">{t("value")}</Tabs.Tab>
            <Tabs.Tab value="headers">
              {t("headers")} <span className={classes.grey}>{record.headers.length}</span>
            </Tabs.Tab>
            <Tabs.Tab value="raw">{t("raw")}</Tabs.Tab>
            <Tabs.Tab value="batch">{t("batch")}</Tabs.Tab>
          </Tabs.List>
          {record.value ? <DatumTag datum={record.value} text={prettyDatum(record.value)} /> : null}
        </div>
        {whole.error ? <ErrorNote error={whole.error} onRetry={whole.refetch} /> : null}
        <div className={classes.scroll}>
          <Tabs.Panel value="value">
            <ValuePart record={record} onWhole={() => setAsked(true)} loading={whole.isFetching} />
          </Tabs.Panel>
          <Tabs.Panel value="headers">
            <HeadersPart record={record} />
          </Tabs.Panel>
          <Tabs.Panel value="raw">
            <RawPart record={record} />
          </Tabs.Panel>
          <Tabs.Panel value="batch">
            <BatchPart record={record} />
          </Tabs.Panel>
        </div>
      </Tabs>
      <Footer record={record} />
    </>
  );
}

/** RecordPanel is one record beside the list: the one given, or when it is none of the list's the one read by its name. */
export function RecordPanel({ id, record, ...moves }: Moves & { id: RecordName; record: MessageRecord | undefined }) {
  const t = useTranslations("messages.record");
  const { name, decodings } = useMessages();
  const ask = { keyAs: decodings.key, valueAs: decodings.value, ...id };
  const alone = useQuery({ ...recordQuery(name.clusterId, name.topic, ask), enabled: record === undefined });
  const shown = record ?? alone.data;
  const panel = useRef<HTMLElement>(null);
  const height = useFillHeight(panel, 20, 360);
  return (
    <aside
      ref={panel}
      className={classes.panel}
      style={{ "--panel-height": `${height}px` } as CSSProperties}
      aria-label={t("label", { partition: id.partition, offset: id.offset })}
    >
      <PanelHead record={id} {...moves} />
      {shown ? <Body key={recordId(id)} shown={shown} /> : null}
      {!shown && alone.error ? <ErrorNote error={alone.error} onRetry={alone.refetch} /> : null}
      {!shown && alone.data === null ? <p className={classes.text}>{t("none")}</p> : null}
    </aside>
  );
}
