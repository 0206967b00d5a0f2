const blocks = new Set(['P', 'DIV', 'LI', 'TR', 'H1', 'H2', 'H3', 'UL', 'OL', 'TABLE', 'HR']);

/** HTML → text as Outlook gives it to add-ins: a line a block, and addresses of links in angle brackets. */
export function plainText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return textOf(body)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (!(node instanceof Element) || ['SCRIPT', 'STYLE', 'HEAD'].includes(node.tagName)) return '';
  if (node.tagName === 'BR') return '\n';
  const inside = Array.from(node.childNodes).map(textOf).join('');
  if (node.tagName === 'A') return withAddress(inside, node.getAttribute('href') ?? '');
  return blocks.has(node.tagName) ? `${inside}\n` : inside;
}

function withAddress(text: string, address: string): string {
  return address === '' || text.trim() === address ? text : `${text}<${address}>`;
}
