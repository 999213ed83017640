"use client";

/** The same page for an error as everywhere, inside the shell of its cluster. */
export { default } from "../../error.tsx";
