import { underOurWords } from '../../../functions/graph/teams-part';

const link = 'https://our.example/open/meeting/1';
const ours = `<p>Welcome</p><p>Open in Our Academies: <a href="${link}">${link}</a></p>`;

test('what stands under our link stays, whatever it looks like', () => {
  expect(underOurWords(`<html><body>${ours}<div>Join</div></body></html>`, link)).toBe('<div>Join</div>');
  expect(underOurWords(`${ours}\n</div><div>Join</div>`, link)).toBe('<div>Join</div>');
  expect(underOurWords(ours, link)).toBe('');
});

test('a body that somebody wrote anew stays whole', () => {
  expect(underOurWords('<html><body class="x"><div>Join</div></body></html>', link)).toBe('<div>Join</div>');
});
