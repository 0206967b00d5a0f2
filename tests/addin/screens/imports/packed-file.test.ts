import { randomBytes } from 'node:crypto';
import { fileOfDraft, packFile } from '../../../../addin/screens/imports/packed-file';
import { ok, refuse } from '../../../../shared/result';

test('a file comes out of a draft as it went in, and a term calendar of 200 KB fits', async () => {
  const content = Buffer.from('BEGIN:VEVENT\r\nSUMMARY:INSET\r\nEND:VEVENT\r\n'.repeat(5000)).toString('base64');
  const packed = await packFile({ name: 'terms.ics', content });
  expect(packed.length).toBeLessThan(40_000);
  expect(await fileOfDraft('terms.ics', packed)).toEqual(ok({ name: 'terms.ics', content }));
});

test('what is too large for a draft even so, or was damaged, is asked for again', async () => {
  const packed = await packFile({ name: 'large.csv', content: randomBytes(60_000).toString('base64') });
  expect(packed).toBe('');
  expect(await fileOfDraft('large.csv', packed)).toEqual(
    refuse('invalid', '"large.csv" was too large to keep. Choose it again: your corrections are kept.'),
  );
  expect(await fileOfDraft('large.csv', 'bm90IGd6aXA=')).toEqual(
    refuse('invalid', '"large.csv" could not be read again. Choose it once more: your corrections are kept.'),
  );
});
