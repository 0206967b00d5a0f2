import { emptyLine, type WrittenLine } from './outcome';

export function textsOf(lines: readonly WrittenLine[]): readonly string[] {
  return lines.map(({ text }) => text);
}

/** Lines as somebody typed them: one was changed, added at the end, or removed; each of the others keeps its key. */
export function withTexts(lines: readonly WrittenLine[], texts: readonly string[]): WrittenLine[] {
  const gone = texts.length < lines.length ? lines.findIndex(({ text }, index) => text !== texts[index]) : -1;
  const left = lines.filter((_line, index) => index !== gone);
  return texts.map((text, index) => ({ ...(left[index] ?? emptyLine()), text }));
}
