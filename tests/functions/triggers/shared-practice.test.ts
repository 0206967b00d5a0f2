import type { Role } from '../../../shared/caller';
import { type Finding, finding } from '../../../shared/records/finding';
import { withoutNames } from '../../../shared/reviews/shared-practice';
import { validFinding } from '../../make';
import { head, hr, lead, outsider, service, tokenOf } from '../service';

function rig(findings: readonly Partial<Finding>[]) {
  const api = service();
  for (const [index, more] of findings.entries())
    api.ports.put(finding, `finding-${index}`, { ...validFinding, agreement: 'accurate', ...more });
  return api;
}

const practice = (text: string, more: Partial<Finding> = {}): Partial<Finding> => ({ goodPractice: text, ...more });

test('good practice comes only from what is accurate and shared with the trust, without academy or person', async () => {
  const api = rig([
    practice('Millbrook Primary reads with Ben Beech every day', { sharing: 'trust', hostHead: head }),
    practice('Kept in the hub', { sharing: 'hub' }),
    practice('Kept in the triad', { sharing: 'triad' }),
    practice('Not accurate', { sharing: 'trust', agreement: 'not accurate' }),
    practice('Not answered', { sharing: 'trust', agreement: 'awaiting host' }),
  ]);
  const { body } = await api.call('sharedPractice', lead, {});
  expect(body).toEqual({
    reviews: 1,
    goodPractice: ['one of our academies reads with a colleague every day'],
    strengths: [],
    considerations: [],
  });
});

test('considerations are shown from three academies on, so that nobody can tell whose they are', async () => {
  const shared = ['900001', '900002', '900003'].map((host) => ({ host, sharing: 'trust' as const }));
  expect((await rig(shared.slice(0, 2)).call('sharedPractice', lead, {})).body.considerations).toEqual([]);
  const { body } = await rig(shared).call('sharedPractice', lead, {});
  expect(body).toMatchObject({ reviews: 3, considerations: ['Reading at home'], strengths: ['Books are everywhere'] });
});

test('HR is behind the wall, also with another role beside it', async () => {
  const api = rig([practice('Every corridor is a library', { sharing: 'trust' })]);
  const roles: readonly Role[] = ['HR', 'Principal'];
  const both = await api.send('sharedPractice', undefined, {
    method: 'GET',
    headers: { authorization: `Bearer ${tokenOf(hr, api.ports, roles)}` },
  });
  expect([both.status, JSON.stringify(both.body).includes('library')]).toEqual([403, false]);
  for (const who of [hr, outsider]) expect((await api.call('sharedPractice', who, {})).status).toBe(403);
});

test('names are taken out whole, the longer one first, and no part of a word', () => {
  const academies = ['Ash Primary', 'Ash Primary Academy'];
  expect(withoutNames('ASH PRIMARY ACADEMY and Ash Primary', academies, [])).toBe(
    'one of our academies and one of our academies',
  );
  expect(withoutNames('Wash Primary (Ada Alder?)', academies, ['Ada Alder'])).toBe('Wash Primary (a colleague?)');
  expect(withoutNames('Nothing', [], [''])).toBe('Nothing');
});
