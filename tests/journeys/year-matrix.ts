import type { Locator } from 'playwright-core';
import { britishDate } from '../../shared/time/british-date';
import type { Stage } from '../browser';
import { type atTheOffice, home } from './at-the-office';
import { type AttendanceItem, attendances, heldInYear, type MeetingItem, membersOf, nameOf } from './year-in-lists';
import { year4 } from './year-in-panel';

/** In the matrix stands what the lists hold, read by its roles as a screen reader does: in a narrow pane and on paper. */
export async function checkMatrix(
  stage: Stage,
  { seat, panel }: Awaited<ReturnType<typeof atTheOffice>>,
): Promise<void> {
  const meetings = await heldInYear(stage, year4.key);
  const said = await attendances(
    stage,
    meetings.map(({ Key }) => Key),
  );
  const expected = expectedCells(stage, meetings, said);
  const there = said.filter(({ Represented }) => Represented !== 'no').length;
  const total = `${there} of ${said.length}`;
  await seat.widenPanel(320);
  await home(panel);
  await panel.getByRole('button', { name: /^Who was represented/ }).click();
  await panel.getByText(`${year4.name}: ${total}`).click();
  const narrow = panel.getByRole('table', { name: year4.name });
  expect(await cellsOf(narrow, 'Meetings', expected)).toEqual(expected);
  await seat.page.emulateMedia({ media: 'print' });
  const heading = `${year4.name} (${total})`;
  const sheet = panel.getByRole('table').filter({ has: panel.getByRole('columnheader', { name: heading }) });
  expect(await cellsOf(sheet, heading, expected)).toEqual(expected);
  const sheets = panel.getByRole('table', { name: /, sheet \d of \d$/ });
  const starts = await sheets.evaluateAll((all) =>
    all.map((one) => getComputedStyle(one.parentElement ?? one).breakBefore),
  );
  expect(starts).toEqual(starts.map((_, index) => (index === 0 ? 'auto' : 'page')));
  expect(starts.length).toBeGreaterThan(1);
  await seat.page.emulateMedia({ media: 'screen' });
}

type Cells = Readonly<Record<string, readonly string[]>>;

/** What the lists say of each meeting, in the order of the year, by the name of the academy. */
function expectedCells(stage: Stage, meetings: readonly MeetingItem[], said: readonly AttendanceItem[]): Cells {
  const urns = new Set(meetings.flatMap((one) => membersOf(one).flatMap(({ academy }) => academy ?? [])));
  return Object.fromEntries(
    [...urns].map((urn) => [nameOf(stage, urn), meetings.map((meeting) => lineOf(meeting, urn, said))]),
  );
}

function lineOf({ Key, Date: date }: MeetingItem, urn: string, said: readonly AttendanceItem[]): string {
  const day = britishDate(date).replace(/ \d{4}$/, '');
  const kept = said.find(({ Meeting, Academy }) => Meeting === Key && Academy === urn);
  if (kept === undefined) return `${day}: not said yet`;
  if (kept.Represented === 'yes') return `${day}: represented`;
  if (kept.Represented === 'by a deputy') return `${day}: by a deputy`;
  return `${day}: not represented${kept.Because === undefined ? '' : `: ${kept.Because}`}`;
}

/** The lines of a column, by the heading of each row; of those academies that are asked about. */
async function cellsOf(table: Locator, column: string, asked: Cells): Promise<Cells> {
  const headings = await table.getByRole('columnheader').allTextContents();
  const at = headings.indexOf(column) - 1;
  const [, ...rows] = await table.getByRole('row').all();
  const read = rows.map(async (row) => {
    const name = await row.getByRole('rowheader').textContent();
    return [name ?? '', await row.getByRole('cell').nth(at).getByRole('listitem').allTextContents()] as const;
  });
  return Object.fromEntries((await Promise.all(read)).filter(([name]) => name in asked));
}
