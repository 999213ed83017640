"use client";

import { useEffect, useRef, useState } from "react";

/** useDebouncedText holds what is being typed and tells it after a pause; a value that changes from outside replaces it. Answers the text, a setter that waits, and one that does not. */
export function useDebouncedText(
  value: string,
  onChange: (value: string) => void,
  delayMs: number,
): [string, (text: string) => void, (text: string) => void] {
  const [text, setText] = useState(value);
  const told = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    clearTimeout(timer.current);
    setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const tell = (next: string) => {
    if (next === told.current) return;
    told.current = next;
    onChange(next);
  };
  const set = (next: string, delay: number) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => tell(next), delay);
  };
  return [text, (next) => set(next, delayMs), (next) => set(next, 0)];
}
