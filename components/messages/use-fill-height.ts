"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

/** useFillHeight is the height (px) from an element's top to the bottom of the window less `below`, as long as it is at least `least`; it follows what stands above it. */
export function useFillHeight(element: RefObject<HTMLElement | null>, below: number, least: number): number {
  const [height, setHeight] = useState(520);
  useLayoutEffect(() => {
    const measure = () => {
      if (!element.current) return;
      const top = element.current.getBoundingClientRect().top + window.scrollY;
      setHeight(Math.max(least, Math.floor(window.innerHeight - top - below)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    window.addEventListener("resize", measure);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", measure);
    };
  }, [element, below, least]);
  return height;
}
