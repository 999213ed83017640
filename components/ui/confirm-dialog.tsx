"use client";

import { Button, Modal, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import classes from "./confirm-dialog.module.css";
import { ErrorNote } from "./error-note.tsx";

type ConfirmDialogProps = {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  /** Grey beside the title: "nothing is changed yet". */
  subtitle?: ReactNode;
  /** What will happen: notes, BeforeAfter, CommandLine. */
  children: ReactNode;
  /** The name that must be typed before it can be done. */
  confirmName?: string;
  /** Stands before the field; default "Type {name} to allow it." */
  confirmPrompt?: ReactNode;
  /** A verb, with its object. */
  confirmLabel: string;
  cancelLabel?: string;
  danger?: boolean;
  loading?: boolean;
  /** What the last try failed with. */
  error?: unknown;
  /** Grey beside the buttons. */
  hint?: ReactNode;
  size?: number | string;
  onConfirm: () => void;
};

const bold = (words: ReactNode) => <b>{words}</b>;

function Guard({
  name,
  prompt,
  value,
  onChange,
}: {
  name: string;
  prompt: ReactNode;
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useTranslations("common");
  const id = useId();
  return (
    <div className={classes.guard}>
      <label htmlFor={id}>{prompt ?? t.rich("typeToAllow", { name, b: bold })}</label>
      <TextInput
        id={id}
        className="hw-mono-input"
        value={value}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

function Form(props: ConfirmDialogProps) {
  const t = useTranslations("common");
  const [typed, setTyped] = useState("");
  const allowed = props.confirmName === undefined || typed === props.confirmName;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (allowed && !props.loading) props.onConfirm();
  };
  return (
    <form className={classes.body} onSubmit={submit}>
      {props.children}
      {props.confirmName === undefined ? null : (
        <Guard name={props.confirmName} prompt={props.confirmPrompt} value={typed} onChange={setTyped} />
      )}
      {props.error ? <ErrorNote error={props.error} /> : null}
      <div className={classes.actions}>
        <Button
          type="submit"
          variant="filled"
          color={props.danger ? "danger" : undefined}
          disabled={!allowed}
          loading={props.loading ?? false}
        >
          {props.confirmLabel}
        </Button>
        <Button onClick={props.onClose}>{props.cancelLabel ?? t("cancel")}</Button>
        {props.hint ? <span className={classes.hint}>{props.hint}</span> : null}
      </div>
    </form>
  );
}

/** ConfirmDialog shows what a change will do before it does it; with `confirmName` only once that name is typed. It stays open until the caller closes it, so that a refusal is read where it was asked. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations("common");
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      size={props.size ?? 560}
      closeButtonProps={{ "aria-label": t("close") }}
      title={
        <>
          {props.title}
          {props.subtitle ? <span className={classes.subtitle}>{props.subtitle}</span> : null}
        </>
      }
    >
      <Form {...props} />
    </Modal>
  );
}
