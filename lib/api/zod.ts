import { z } from "zod";

// In a browser zod tries whether it may compile code at run time. The Content-Security-Policy forbids that, and each try is a
// violation in the console; what it parses there is small.
if (typeof window !== "undefined") z.config({ jitless: true });

/** z is zod, set up for where it runs; every schema of the wire is made with it. */
export { z };
