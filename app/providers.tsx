"use client";

import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { useTimeZone } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useEffect, useState } from "react";
import { RefreshProvider } from "@/components/layout/refresh.tsx";
import { setCookie } from "@/components/layout/set-cookie.ts";
import { HoverLayer } from "@/components/ui/hover-layer.tsx";
import { NoticeLayer } from "@/components/ui/notice-layer.tsx";
import { useZone } from "@/components/ui/use-format.ts";
import { ServerNow } from "@/components/ui/use-now.ts";
import { TIME_ZONE_COOKIE } from "@/lib/locales.ts";
import { getQueryClient } from "@/lib/queries/query-client.ts";
import { resolveVariables, theme } from "@/lib/theme.ts";

/** TellZone lets the server know the browser's time zone, so that the next page comes with times already in it. */
function TellZone() {
  const zone = useZone();
  const known = useTimeZone();
  useEffect(() => {
    if (zone !== known) setCookie(TIME_ZONE_COOKIE, zone);
  }, [zone, known]);
  return null;
}

/** Providers is what every page stands in: theme, queries, URL state, refresh rate, notices, the layer of hover texts. */
export function Providers({ nonce, now, children }: { nonce: string; now: number; children: ReactNode }) {
  // A refresh of the route brings a new nonce, while the document keeps the policy it came with.
  const [first] = useState(nonce);
  const [rendered] = useState(now);
  setNonce(first);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => first}
    >
      <QueryClientProvider client={getQueryClient()}>
        <NuqsAdapter>
          <ServerNow value={rendered}>
            <RefreshProvider>
              {children}
              <HoverLayer />
              <NoticeLayer />
              <TellZone />
            </RefreshProvider>
          </ServerNow>
        </NuqsAdapter>
      </QueryClientProvider>
    </MantineProvider>
  );
}
