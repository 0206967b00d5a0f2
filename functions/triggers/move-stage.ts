import type { Stored } from '../../shared/record';
import type { Academy } from '../../shared/records/academy';
import { review } from '../../shared/records/review';
import { stage } from '../../shared/records/stage';
import { type InputOf, requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import { checkMove, daysOf, isOver, movedStage, movedVisit, type NewTime } from '../../shared/reviews/change-cycle';
import { isInReview } from '../../shared/reviews/cycle';
import { isPupilDay, mayVisit } from '../../shared/reviews/school-calendar';
import { britishDay } from '../../shared/time/british-date';
import { type Asked, trigger } from '../request';
import { hintAt } from '../rules/outlook';
import { today } from '../today';
import { type Cycle, cycleNow, readCycle } from './cycle-parts';
import { withReadableCurrent } from './records';
import { readCalendars } from './triad-cycle';

type Input = InputOf<typeof requests.moveStage>;

export const moveStage = trigger(requests.moveStage, {
  permit: 'everyone signed in',
  async act(input, asked) {
    const moved = await moveStep(input, asked);
    return moved.ok ? cycleNow(input.key, asked) : moved;
  },
});

/** The visit or a stage to another day, by all that the cycle and the calendars of schools ask for; what was changed. */
export async function moveStep(input: Input, asked: Asked): Promise<Result<Stored>> {
  const read = await readCycle(input.key, asked);
  if (!read.ok) return read;
  const { review: held, stages } = read.value;
  if (!isInReview(held.record, asked.caller) && !ownsStep(input, read.value, asked))
    return refuse('not-allowed', 'Those who take part in a review move its dates. Ask the lead reviewer.');
  const days = daysOf(
    held.record,
    stages.map(({ record }) => record),
  );
  const fits = checkMove(input.step, input, days, today(asked.clock));
  if (!fits.ok) return fits;
  const open = await checkOpen(input, read.value, asked);
  return open.ok ? move(input, read.value, asked) : open;
}

function ownsStep({ step }: Input, { stages }: Cycle, { caller }: Asked): boolean {
  return stages.some(({ record }) => record.step === step && stage.may('update', caller, record));
}

/** Nobody is asked to come on a day without pupils; a visit needs the reviewers' academies open too. */
async function checkOpen({ step, on }: Input, { review: held }: Cycle, asked: Asked): Promise<Result<undefined>> {
  const [calendarOf, academies, triads] = await Promise.all([
    readCalendars(on, asked),
    asked.directory.academies(),
    asked.directory.triads(),
  ]);
  const members = triads.find(({ key }) => key === held.record.triad)?.record.academies ?? [held.record.host];
  const isVisit = step === 'visit' || step === 'feedback';
  const concerned = (isVisit ? members : [held.record.host]).flatMap((urn) => academies.get(urn) ?? []);
  const fits = (one: Academy) => (isVisit ? mayVisit(calendarOf(one), on) : isPupilDay(calendarOf(one), on));
  const closed = concerned.find((one) => !fits(one));
  if (closed === undefined) return ok(undefined);
  const sentence = `${closed.name} cannot on ${britishDay(on)}: it is closed or keeps clear. Choose another day.`;
  return refuse('invalid', sentence, { fields: [{ path: 'on', sentence }] });
}

async function move(input: Input, { review: held, stages }: Cycle, asked: Asked): Promise<Result<Stored>> {
  if (input.step === 'visit') return moveVisit(input, { review: held, stages }, asked);
  const found = stages.find(({ record }) => record.step === input.step);
  if (found === undefined) return refuse('not-found', 'This stage has no date of its own yet.');
  if (isOver(found.record, held.record)) return refuse('not-now', 'This has taken place already.');
  const wanted = movedStage(found.record, timeOf(input));
  if (!wanted.ok) return wanted;
  const { version } = input;
  const changed = await asked.records.change(stage, { key: found.key, version }, wanted.value, asked.caller);
  if (changed.ok) hintAt(asked, changed.value.record);
  return withReadableCurrent(changed, stage, asked.caller);
}

/** Feedback goes with the visit, and goes first: sending it again completes a move that was cut off. */
async function moveVisit(input: Input, { review: held, stages }: Cycle, asked: Asked): Promise<Result<Stored>> {
  const wanted = movedVisit(held.record, timeOf(input));
  if (!wanted.ok) return wanted;
  const { key, version } = input;
  const feedback = stages.find(({ record }) => record.step === 'feedback' && record.state === 'open');
  if (held.version === version && feedback !== undefined && feedback.record.on !== input.on) {
    const moved = movedStage(feedback.record, { on: input.on });
    if (!moved.ok) return moved;
    const followed = await asked.records.change(stage, feedback, moved.value, asked.caller);
    if (!followed.ok) return followed;
  }
  const changed = await asked.records.change(review, { key, version }, wanted.value, asked.caller);
  if (changed.ok) hintAt(asked, changed.value.record);
  return withReadableCurrent(changed, review, asked.caller);
}

function timeOf({ on, from, until }: Input): NewTime {
  return { on, from, until };
}
