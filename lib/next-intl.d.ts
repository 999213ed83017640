import type { Locale as ProductLocale } from "./format.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: ProductLocale;
  }
}
