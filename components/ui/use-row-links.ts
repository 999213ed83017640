"use client";

import { type RefObject, useEffect } from "react";

const OWN_CLICK = "a, button, input, select, textarea, label, summary, [role=menuitem]";

function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  if (!(event.target instanceof Element) || event.target.closest(OWN_CLICK)) return null;
  if (document.getSelection()?.toString()) return null;
  return event.target.closest("tr[data-href]")?.querySelector("a[data-row-link]") ?? null;
}

/** useRowLinks makes a click anywhere in a row with `data-href` a click on the row's link, with the same keys held and the same button; what has a click of its own and selected text are left alone. */
export function useRowLinks(table: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = table.current;
    if (!element) return undefined;
    const follow = (event: MouseEvent) => {
      const link = event.button > 1 ? null : linkOf(event);
      if (!link) return;
      event.preventDefault();
      const { ctrlKey, metaKey, shiftKey, button } = event;
      const held = { ctrlKey: ctrlKey || button === 1, metaKey, shiftKey };
      link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window, ...held }));
    };
    element.addEventListener("click", follow);
    element.addEventListener("auxclick", follow);
    return () => {
      element.removeEventListener("click", follow);
      element.removeEventListener("auxclick", follow);
    };
  }, [table]);
}
