import { parseTemplate } from '../../../../../infra/local/host/http/route-template';

function match(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const parsed = parseTemplate(template);
  if (!parsed.ok) throw new Error(parsed.sentence);
  return parsed.template.match(path === '' ? [] : path.split('/'));
}

test.each([
  ['reviews', 'reviews', {}],
  ['reviews', 'REVIEWS', {}],
  ['reviews', 'reviews/1', undefined],
  ['reviews/{id}', 'reviews', undefined],
  ['reviews/{id?}', 'reviews', {}],
  ['reviews/{id:int?}', 'reviews/7', { id: '7' }],
  ['reviews/{id:int?}', 'reviews/seven', undefined],
  ['files/{*path}', 'files', {}],
  ['files/{*path}', 'files/a/b c', { path: 'a/b c' }],
  ['{kind=review}/{key=1}', '', { kind: 'review', key: '1' }],
  ['report-{year:int}.{form}', 'report-2026.docx', { year: '2026', form: 'docx' }],
  ['report-{year:int}.{form}', 'report-late.docx', undefined],
  ['{urn:regex(^\\d{{6}}$)}', '123456', { urn: '123456' }],
  ['{urn:regex(^\\d{{6}}$)}', '12345', undefined],
  ['{id:guid}', '0f8fad5b-d9cb-469f-a165-70867728950e', { id: '0f8fad5b-d9cb-469f-a165-70867728950e' }],
  ['{name:alpha:length(2,4)}', 'abc', { name: 'abc' }],
  ['{name:alpha:length(2,4)}', 'abcde', undefined],
  ['{n:range(1,5)}', '5', { n: '5' }],
  ['{n:range(1,5)}', '6', undefined],
  ['{n:int}', '2147483648', undefined],
  ['{n:long}', '2147483648', { n: '2147483648' }],
])('%s and /%s', (template, path, expected) => {
  expect(match(template, path)).toEqual(expected);
});

test.each(['{id', 'id}', '{a}/{a}', '{*rest}/more', '{a?}/b', '{a:nothing}', '{}'])('"%s" is refused', (template) => {
  expect(parseTemplate(template)).toEqual({ ok: false, sentence: expect.stringContaining('is not valid') });
});
