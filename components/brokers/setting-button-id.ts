/** settingButtonId is the id of the button that opens a setting, so that the focus can return to it. */
export function settingButtonId(name: string): string {
  return `setting-${name}`;
}
