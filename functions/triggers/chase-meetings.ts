import { type Ask, asksDue, withAsks, withoutAsk } from '../../shared/meetings/chase';
import { askingLetter, type Question } from '../../shared/meetings/chase-letter';
import type { Stored } from '../../shared/record';
import { type Meeting, meeting } from '../../shared/records/meeting';
import { inLondon } from '../../shared/time/british-date';
import { Busy, type Invited, type Ports, product } from '../ports';
import { openPace } from '../reconcile/pace';
import { factsOfError } from '../request';
import { type Chasing, readChasing } from './chase-facts';

type ChasePorts = Pick<Ports, 'records' | 'mail' | 'clock' | 'log'>;

interface ChaseSettings {
  readonly organiserMailbox: string;
  readonly publicOrigin: string;
}

/** Asks that were kept on a meeting, and are still to be sent. */
interface Kept {
  readonly stored: Stored<Meeting>;
  readonly asks: readonly Ask[];
}

/**
 * Every school morning: academies for which nobody has accepted a coming meeting are asked who comes. All that is asked
 * is kept on the meetings before the first mail is sent, so that a repeat finds nothing to ask. Whoever is asked about
 * several meetings gets one letter.
 *
 * @param holds whether this instance still is the one that asks this morning
 */
export async function chaseMeetings(
  ports: ChasePorts,
  settings: ChaseSettings,
  holds: () => Promise<boolean>,
): Promise<{ readonly sent: number }> {
  const today = inLondon(ports.clock.now().toISOString()).date;
  const chasing = await readChasing(today, ports);
  if (chasing === undefined) return { sent: 0 };
  const kept = await keepAsks(chasing, today, ports, holds);
  const letters = lettersOf(kept, chasing, settings);
  const failed = new Set<Invited>();
  const pace = openPace(ports.clock);
  for (const { to, ...letter } of letters) {
    await ports.clock.wait(pace.waitFor(1));
    if (!(await send(to, letter, ports))) failed.add(to);
    pace.sent(1);
  }
  await takeBack(kept, letters, failed, today, ports);
  const sent = letters.length - failed.size;
  if (letters.length > 0) ports.log.info('Asked who comes to coming meetings.', { meetings: kept.length, sent });
  return { sent };
}

async function keepAsks(
  chasing: Chasing,
  today: string,
  ports: ChasePorts,
  holds: () => Promise<boolean>,
): Promise<readonly Kept[]> {
  const kept: Kept[] = [];
  for (const one of [...chasing.meetings].sort((first, other) => (orderOf(first) < orderOf(other) ? -1 : 1))) {
    if (asksDue(one.record, chasing.factsOf(one.record), today).length === 0) continue;
    if (!(await holds())) break;
    const asked = await keepOne(one, chasing, today, ports);
    if (asked !== undefined) kept.push(asked);
  }
  return kept;
}

/** Answers and the reconciler write to the same record: after a clash it is looked at again. */
async function keepOne(
  first: Stored<Meeting>,
  { factsOf }: Chasing,
  today: string,
  { records }: ChasePorts,
): Promise<Kept | undefined> {
  let at: Stored<Meeting> | undefined = first;
  for (let tries = 0; tries < 3 && at !== undefined; tries += 1) {
    const asks = asksDue(at.record, factsOf(at.record), today);
    if (asks.length === 0) return undefined;
    const written = await records.change(meeting, at, withAsks(at.record, asks, today), product);
    if (written.ok) return { stored: written.value, asks };
    at = await records.get(meeting, at.key);
  }
  return undefined;
}

/** Sooner meetings first. */
function orderOf({ key, record }: Stored<Meeting>): string {
  return `${record.date} ${record.from} ${key}`;
}

interface Addressed {
  readonly to: Invited;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link: string;
  readonly about: readonly { readonly key: string; readonly ask: Ask }[];
}

/** One letter for each address. */
function lettersOf(kept: readonly Kept[], { academies }: Chasing, settings: ChaseSettings): readonly Addressed[] {
  const found = new Map<
    string,
    { to: Invited; named: boolean; questions: Question[]; about: Addressed['about'][number][] }
  >();
  for (const { stored, asks } of kept)
    for (const ask of asks) {
      const question: Question = {
        meeting: stored.record,
        academyName: academies.get(ask.academy)?.name ?? ask.academy,
        to: ask.to,
        link: `${settings.publicOrigin}/open/meeting/${stored.key}`,
      };
      for (const { name, email, named } of addresseesOf(ask, settings)) {
        const held = found.get(email) ?? { to: { name, email }, named, questions: [], about: [] };
        held.questions.push(question);
        held.about.push({ key: stored.key, ask });
        found.set(email, held);
      }
    }
  return [...found.values()].flatMap(({ to, named, questions: [first, ...more], about }) =>
    first === undefined ? [] : [{ to, ...askingLetter(named ? to.name : undefined, [first, ...more]), about }],
  );
}

function addresseesOf(ask: Ask, { organiserMailbox }: ChaseSettings) {
  if (ask.to === 'trust office') return [{ name: 'Trust office', email: organiserMailbox.toLowerCase(), named: false }];
  return ask.whom.map(({ who, email }) => ({ name: who.name, email: email.toLowerCase(), named: true }));
}

/** False where Exchange certainly did not take it. Of any other failure nobody knows, and nobody is asked twice. */
async function send(to: Invited, { subject, paragraphs, link }: Omit<Addressed, 'to'>, ports: ChasePorts) {
  try {
    await ports.mail.send({ to: [to], subject, paragraphs, link });
    return true;
  } catch (error) {
    ports.log.warn('A letter about a coming meeting could not be sent.', factsOfError(error));
    return !(error instanceof Busy);
  }
}

/** What nobody was asked after all is asked on the next school morning. */
async function takeBack(
  kept: readonly Kept[],
  letters: readonly Addressed[],
  failed: ReadonlySet<Invited>,
  today: string,
  { records }: ChasePorts,
): Promise<void> {
  const reached = new Set(
    letters.filter(({ to }) => !failed.has(to)).flatMap(({ about }) => about.map(({ ask }) => ask)),
  );
  for (const { stored, asks } of kept) {
    const lost = asks.filter((ask) => !reached.has(ask));
    if (lost.length === 0) continue;
    const record = lost.reduce((left, ask) => withoutAsk(left, ask, today), stored.record);
    // A clash leaves it as asked: the next in turn is asked in two school days.
    await records.change(meeting, stored, record, product);
  }
}
