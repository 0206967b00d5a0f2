/** Whether a colour such as `#1f1f1f` is nearer to black than to white. */
export function isDark(colour: string | undefined): boolean {
  const found = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? '');
  if (found === null) return false;
  const [red = 0, green = 0, blue = 0] = found.slice(1).map((part) => Number.parseInt(part, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}

/** The look of the Office application; a light one where it does not say. */
export function officeLook(): { readonly dark: boolean } {
  const theme: Partial<Office.OfficeTheme> | undefined = Office.context?.officeTheme;
  return { dark: isDark(theme?.bodyBackgroundColor) };
}

/** Nested app authentication cannot be declared in an Outlook manifest, only asked for. */
export function officeSignsIn(): boolean {
  return Office.context?.requirements?.isSetSupported('NestedAppAuth', '1.1') ?? false;
}

export function openOfficeWindow(address: string): void {
  if (Office.context?.ui?.openBrowserWindow === undefined) window.open(address, '_blank', 'noopener');
  else Office.context.ui.openBrowserWindow(address);
}
