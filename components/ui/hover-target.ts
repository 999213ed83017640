"use client";

import { type RefObject, useEffect, useState } from "react";

/** HoverTarget is the element under the pointer or the focus that has something to show, and where it stands. */
export type HoverTarget = { element: HTMLElement; rect: DOMRect; tip: string | null; time: number | null };

const SELECTOR = "[data-tip], [data-time]";
const OPEN_MS = 250;
const CLOSE_MS = 120;

function read(element: HTMLElement): HoverTarget {
  const time = element.dataset.time;
  return {
    element,
    rect: element.getBoundingClientRect(),
    tip: element.dataset.tip ?? null,
    time: time === undefined ? null : Number(time),
  };
}

function find(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(SELECTOR) : null;
}

/** useHoverTarget watches the whole page with one set of listeners, so that a table of a thousand figures carries none of its own. `panel` may be entered by the pointer without closing. */
export function useHoverTarget(panel: RefObject<HTMLElement | null>): [HoverTarget | null, () => void] {
  const [target, setTarget] = useState<HoverTarget | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (ms: number, next: HTMLElement | null) => {
      clearTimeout(timer);
      timer = setTimeout(() => setTarget(next?.isConnected ? read(next) : null), ms);
    };
    const inPanel = (event: Event) => event.target instanceof Node && panel.current?.contains(event.target);
    const over = (event: Event) => {
      if (inPanel(event)) clearTimeout(timer);
      else later(find(event) ? OPEN_MS : CLOSE_MS, find(event));
    };
    const focused = (event: Event) => {
      const element = find(event);
      if (inPanel(event) || !element?.matches(":focus-visible")) return;
      later(0, element);
    };
    const close = () => later(0, null);
    const pressed = (event: KeyboardEvent) => event.key === "Escape" && close();
    const blurred = (event: FocusEvent) =>
      !(event.relatedTarget instanceof Node && panel.current?.contains(event.relatedTarget)) && later(CLOSE_MS, null);
    const stop = new AbortController();
    const options = { signal: stop.signal, passive: true };
    document.addEventListener("pointerover", over, options);
    document.addEventListener("focusin", focused, options);
    document.addEventListener("focusout", blurred, options);
    document.addEventListener("keydown", pressed, options);
    document.addEventListener("scroll", close, { ...options, capture: true });
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [panel]);
  return [target, () => setTarget(null)];
}
