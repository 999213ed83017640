/** Tab is one page of several about the same thing; the longest `href` that the address starts with is the one in view, an `exact` one only at its very address. */
export type Tab = { href: string; label: string; count?: number | null; exact?: boolean };

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** currentTab is the tab that the address stands in: the longest of those that it equals or lies under. */
export function currentTab(tabs: readonly Tab[], pathname: string): Tab | undefined {
  const here = decode(pathname);
  const holds = tabs.filter(
    ({ href, exact }) => here === decode(href) || (!exact && here.startsWith(`${decode(href)}/`)),
  );
  return holds.toSorted((a, b) => b.href.length - a.href.length)[0];
}
