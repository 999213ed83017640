"use client";

import { Button, Modal } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { TypedName } from "@/components/configs/typed-name.tsx";
import { bold } from "@/components/configs/bold.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import classes from "./change-dialog.module.css";

type ChangeDialogProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  subtitle: string;
  size?: number;
  children: ReactNode;
};

/** ChangeDialog is the dialog of a change; what stands in it is made anew each time it opens. */
export function ChangeDialog({ opened, onClose, title, subtitle, size, children }: ChangeDialogProps) {
  const t = useTranslations("common");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={size ?? 560}
      closeButtonProps={{ "aria-label": t("close") }}
      title={
        <>
          {title}
          <span className={classes.subtitle}>{subtitle}</span>
        </>
      }
    >
      {children}
    </Modal>
  );
}

type ChangeFormProps = {
  /** The name to type before it can be done. */
  confirmName?: string | undefined;
  confirmLabel: string;
  danger?: boolean;
  /** The dry run went well and nothing is missing. */
  ready: boolean;
  loading: boolean;
  error: unknown;
  hint?: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** ChangeForm holds what a change does and the buttons that do it: once it is checked, and once the name is typed where one is asked for. */
export function ChangeForm(props: ChangeFormProps) {
  const t = useTranslations();
  const [typed, setTyped] = useState("");
  const { confirmName, ready, loading } = props;
  const allowed = ready && (confirmName === undefined || typed === confirmName);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (allowed && !loading) props.onConfirm();
  };
  const prompt = t.rich("changes.typeToAllow", { ...bold, name: confirmName ?? "" });
  return (
    <form className={classes.form} onSubmit={submit}>
      {props.children}
      {confirmName === undefined ? null : <TypedName prompt={prompt} value={typed} onChange={setTyped} />}
      {props.error ? <ErrorNote error={props.error} /> : null}
      <div className={classes.actions}>
        <Button
          type="submit"
          variant="filled"
          color={props.danger ? "danger" : undefined}
          disabled={!allowed}
          loading={loading}
        >
          {props.confirmLabel}
        </Button>
        <Button onClick={props.onClose}>{t("common.cancel")}</Button>
        {props.hint ? <span className={classes.hint}>{props.hint}</span> : null}
      </div>
    </form>
  );
}
