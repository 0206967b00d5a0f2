const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** Paragraphs of plain text and the link under them, as the body of an event or a mail. Text goes in as text. */
export function toHtml(paragraphs: readonly string[], link: string): string {
  const written = paragraphs.map((one) => `<p>${escapeHtml(one).replaceAll(/\r?\n/g, '<br>')}</p>`);
  const address = escapeHtml(link);
  return [...written, `<p>Open in Our Academies: <a href="${address}">${address}</a></p>`].join('\n');
}

/** One line: a line end in a subject would begin another header of the mail. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 255);
}
