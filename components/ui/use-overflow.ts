"use client";

import { type RefObject, useEffect, useState } from "react";

/** Overflow tells whether an element's content is wider than itself (undefined until measured), and whether it is scrolled sideways. */
export type Overflow = { overflows: boolean | undefined; scrolled: boolean };

/** useOverflow measures an element and its first child whenever either changes its size. */
export function useOverflow(element: RefObject<HTMLElement | null>): Overflow {
  const [overflows, setOverflows] = useState<boolean>();
  const [scrolled, setScrolled] = useState(false);
  useEffect(() => {
    const box = element.current;
    const content = box?.firstElementChild;
    if (!box || !content) return undefined;
    const measure = () => setOverflows(Math.ceil(content.getBoundingClientRect().width) > box.clientWidth + 1);
    const slide = () => setScrolled(box.scrollLeft > 0);
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    observer.observe(content);
    box.addEventListener("scroll", slide, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", slide);
    };
  }, [element]);
  return { overflows, scrolled };
}
