import createNextIntlPlugin from "next-intl/plugin";

const everywhere = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

// A page has a policy of its own, with a nonce, from proxy.ts.
const notAPage = { "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'" };

const toHeaders = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  serverExternalPackages: ["kafkajs", "@platformatic/kafka"],
  poweredByHeader: false,
  reactStrictMode: true,
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  images: { unoptimized: true },
  headers: async () => [
    { source: "/:path*", headers: toHeaders(everywhere) },
    { source: "/(api/.*|metrics)", headers: toHeaders(notAPage) },
  ],
};

export default createNextIntlPlugin("./lib/i18n.ts")(config);
