import fc from 'fast-check';
import { cellsOfAcademy, matrixCsv, matrixOf, totalOf } from '../../../shared/meetings/matrix';
import { representedAs } from '../../../shared/records/attendance';
import { termsUntil } from '../../../shared/time/school-year';
import { meetingOf } from '../../addin/screens/trust-records';
import { ada } from '../../make';
import '../../seed';

const academies = ['900003', '900001', '900002'].map((urn) => ({ urn, name: `Academy ${urn}` }));
const facts = {
  year: '2026/27',
  today: '2027-02-01',
  academies,
  networks: [
    { key: 'network-year-2', name: 'Year 2' },
    { key: 'network-asleep', name: 'Asleep' },
  ],
};
const members = academies.map(({ urn }) => ({ academy: urn, who: ada, email: `${urn}@trust.example` }));
const held = (number: number) => meetingOf(number, { members, outlook: 'sent', wanted: 'event' });

test('totals add up over networks and academies, whatever was said', () => {
  const said = fc.array(
    fc.record({
      meeting: fc.constantFrom('meeting-1', 'meeting-2', 'meeting-3'),
      academy: fc.constantFrom('900001', '900002', '900003'),
      represented: fc.constantFrom(...representedAs),
    }),
  );
  fc.assert(
    fc.property(said, (all) => {
      const attendances = all.map((one) => ({ ...one, lead: ada, term: '2026/27 spring' }));
      const { networks } = matrixOf({ ...facts, meetings: [held(1), held(2), held(3)], attendances });
      const whole = totalOf(networks.flatMap(({ meetings }) => meetings.flatMap(({ cells }) => cells)));
      const parts = academies.map(({ urn }) => totalOf(cellsOfAcademy(networks, urn)));
      expect(parts.reduce((sum, { held: one }) => sum + one, 0)).toBe(whole.held);
      expect(parts.reduce((sum, { represented }) => sum + represented, 0)).toBe(whole.represented);
      expect(whole.held).toBe(new Set(all.map(({ meeting, academy }) => `${meeting} ${academy}`)).size);
    }),
  );
});

test('academies stand by name, never by rank; the own one first; networks without meetings are left out', () => {
  const meetings = [held(1), meetingOf(2, { members }), meetingOf(3, { members, outlook: 'cancelled' })];
  const matrix = matrixOf({ ...facts, own: '900002', meetings, attendances: [] });
  expect(matrix.academies.map(({ urn }) => urn)).toEqual(['900002', '900001', '900003']);
  expect(matrix.networks.map(({ name, meetings: some }) => [name, some.map(({ key }) => key)])).toEqual([
    ['Year 2', ['meeting-1']],
  ]);
});

test('what a spreadsheet would take for a formula is kept as text', () => {
  const attendances = [
    {
      meeting: 'meeting-1',
      academy: '900001',
      lead: ada,
      term: '2026/27 spring',
      represented: 'no' as const,
      because: '=1+1',
    },
  ];
  expect(matrixCsv(matrixOf({ ...facts, meetings: [held(1)], attendances }))).toContain(",not represented,'=1+1\r\n");
});

test.each([
  ['2026/27', '2026-11-23', 1],
  ['2026/27', '2027-01-01', 2],
  ['2026/27', '2027-07-01', 3],
  ['2026/27', '2026-08-31', 0],
])('of %s on %s %i terms have begun', (year, day, count) => {
  expect(termsUntil(year, day)).toHaveLength(count);
});
