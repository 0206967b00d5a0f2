import { strFromU8, unzipSync } from 'fflate';
import { libraryFiles } from '../../../../infra/local/demonstration/templates/library';
import { tagNames } from '../../../../shared/documents/tags';

function tagsOf(content: Uint8Array): readonly string[] {
  const xml = strFromU8(unzipSync(content)['word/document.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<w:tag w:val="([^"]+)"/g)].map(([, tag]) => tag ?? '');
}

test('the appraisal statement has a place for every word of the vocabulary, and no other', () => {
  const [statement] = libraryFiles();
  expect([...new Set(tagsOf(statement?.content ?? new Uint8Array()))].sort()).toEqual([...tagNames].sort());
});

test('templates are the same bytes each time', () => {
  expect(libraryFiles()).toEqual(libraryFiles());
});
