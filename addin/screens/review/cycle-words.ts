import type { OutputOf, requests } from '../../../shared/requests';
import { britishDate, britishDay } from '../../../shared/time/british-date';
import type { TimelinePoint } from '../../parts/timeline';
import { capital } from '../capital';

export type Cycle = OutputOf<typeof requests.reviewCycle>;
export type CycleStage = Cycle['stages'][number];

/** What a step is called, and what is said once it is to be ended by hand. */
export const stepWords: Readonly<Record<CycleStage['step'], { readonly name: string; readonly done?: string }>> = {
  'self-review': { name: 'Self-review and scope' },
  'data sharing': { name: 'Data shared', done: 'The data is shared' },
  visit: { name: 'Visit' },
  feedback: { name: 'Feedback and outcome' },
  'record confirmed': { name: 'Record confirmed by the host' },
  workshop: { name: 'Improvement workshop', done: 'The workshop was held' },
  'first follow-up': { name: 'First follow-up', done: 'We have followed up' },
  'second follow-up': { name: 'Second follow-up', done: 'We have followed up' },
  'impact review': { name: 'Impact review' },
};

/** How far a review has come, as people say it. */
const stagesInWords: Readonly<Record<string, string>> = {
  'fed back': 'Outcome with the host',
  'impact reviewed': 'Impact reviewed',
  shared: 'Shared with others',
};

export function stageWords(stage: string): string {
  return stagesInWords[stage] ?? capital(stage);
}

const stateWords = {
  done: { state: '', tone: 'success', mark: 'done' },
  late: { state: 'Late', tone: 'warning', mark: 'now' },
  next: { state: 'Next', tone: 'info', mark: 'now' },
  'to come': { state: '', tone: 'quiet', mark: 'open' },
  cancelled: { state: 'Cancelled', tone: 'quiet', mark: 'open' },
} as const;

/** One line of the cycle. Only the first open one is marked as where one is. */
export function pointOf(stage: CycleStage, isNow: boolean): TimelinePoint {
  const words = stateWords[stage.state];
  return {
    ...words,
    mark: words.mark === 'now' && !isNow ? 'open' : words.mark,
    key: stage.step,
    title: stepWords[stage.step].name,
    details: [
      whenOf(stage),
      stage.state === 'done' ? '' : whoseTurn(stage),
      agreedWords(stage),
      outlookWords(stage),
    ].filter((part) => part !== ''),
  };
}

export function whenOf({ state, on, doneOn, from, until }: CycleStage): string {
  if (state === 'done') return doneOn === undefined ? 'Done' : `Done on ${britishDate(doneOn)}`;
  if (on === undefined) return 'No day yet';
  return from === undefined || until === undefined ? britishDay(on) : `${britishDay(on)}, ${from} to ${until}`;
}

function whoseTurn({ owner }: CycleStage): string {
  return owner === undefined ? '' : owner.name;
}

function agreedWords({ agreedBy }: CycleStage): string {
  if (agreedBy === undefined || agreedBy.length === 0) return '';
  const names = agreedBy.map(({ name }) => name).join(' and ');
  return agreedBy.length === 1 ? `Feedback was given, says ${names}` : `Feedback agreed by ${names}`;
}

function outlookWords({ state, outlook }: CycleStage): string {
  if (state === 'done' || state === 'cancelled') return '';
  if (outlook === 'waiting') return 'On its way to Outlook';
  if (outlook === 'failed') return 'Outlook refused it: the trust office sees why';
  return outlook === 'changed in Outlook' ? 'Changed in Outlook: see below' : '';
}
