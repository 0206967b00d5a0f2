import { tags } from './tags';

/** The reference page of the vocabulary, in Markdown: shared/reference/tags.md is written from it. */
export function tagsPage(): string {
  const rows = tags.map(
    ({ tag, meaning, example, lines }) =>
      `| \`${tag}\` | ${meaning} | ${example.replaceAll('\n', '<br>')} | ${lines ? 'yes' : ''} |`,
  );
  return `${[
    '# Tags of Word templates',
    '',
    'Generated from `shared/documents/tags.ts`; do not edit.',
    '',
    'A template is an ordinary Word document (.docx) with content controls. In Word: Developer, Rich Text Content',
    'Control, Properties, and write one of these tags under "Tag". The same tag may stand in several places.',
    'Where several lines may come, use a rich-text control on a line of its own. Controls must not be locked.',
    '',
    '| tag | what goes there | example | several lines |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n')}\n`;
}
