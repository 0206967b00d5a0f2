import { chased, type DatedStep, type Stage } from '../records/stage';
import { britishDate } from '../time/british-date';
import { eachDay } from '../time/calendar-date';
import { isPupilDay, type SchoolCalendar } from './school-calendar';

export type Chased = (typeof chased)[number];

/** School days at the host: on the first after the day the owner is asked, then there is time to answer. */
const daysBetweenReminders = 3;

/**
 * Who is asked today about a stage that is late, or nobody: the owner first, then who keeps the triad's dates, then the
 * trust office, each once for one date. A stage that was moved begins anew. Never on a day without pupils at the host.
 */
export function reminderDue(stage: Stage, calendar: SchoolCalendar, today: string): Chased | undefined {
  if (stage.state !== 'open' || stage.on >= today || !isPupilDay(calendar, today)) return undefined;
  const sent = (stage.reminders ?? []).filter(({ due }) => due === stage.on);
  const last = sent.at(-1)?.on;
  if (last !== undefined && schoolDaysAfter(calendar, last, today) < daysBetweenReminders) return undefined;
  const next = chased[sent.length];
  if (next !== 'triad lead' || (stage.lead !== undefined && stage.lead.id !== stage.owner.id)) return next;
  // Whoever owns it keeps the dates too, and was asked already.
  return 'trust office';
}

/** Everybody whose turn it is was asked about this date; now it lies with the trust office. */
export function isWithOffice({ on, reminders }: Stage): boolean {
  return (reminders ?? []).some(({ to, due }) => to === 'trust office' && due === on);
}

function schoolDaysAfter(calendar: SchoolCalendar, from: string, until: string): number {
  return eachDay(from, until).filter((day) => day > from && isPupilDay(calendar, day)).length;
}

/** Kept before the letter is sent, so that the same morning run twice asks once. */
export function withReminder(stage: Stage, to: Chased, on: string): Stage {
  const whose = to === 'trust office' && stage.reminders?.filter(({ due }) => due === stage.on).length === 1;
  const skipped = whose ? [{ to: 'triad lead' as const, on, due: stage.on }] : [];
  return { ...stage, reminders: [...(stage.reminders ?? []), ...skipped, { to, on, due: stage.on }].slice(-60) };
}

/** What is late, as part of a sentence. */
const words: Readonly<Record<DatedStep, string>> = {
  'self-review': 'agreeing what the visit is about',
  'data sharing': 'sharing data before the visit',
  feedback: 'writing down what the visit found',
  'record confirmed': 'saying whether the record of the visit is accurate',
  workshop: 'the improvement workshop',
  'first follow-up': 'the first follow-up',
  'second follow-up': 'the second follow-up',
  'impact review': 'the impact review',
};

export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** A kind word, the fact, and the two ways out. Nothing of what peers saw. */
export function reminderLetter(stage: Stage, to: Chased, academy: string): Letter {
  const what = `${words[stage.step]} at ${academy}`;
  const planned = `${capital(what)} was planned for ${britishDate(stage.on)}`;
  const ways =
    'If it is done, please say so in Our Academies. If another day suits better, please move it there: everybody’s calendar follows.';
  const thanks = 'Thank you for what you do for all our pupils.';
  if (to === 'owner')
    return {
      subject: `A reminder: ${what}`,
      paragraphs: [`Dear ${stage.owner.name},`, `${planned} and is still open with you.`, ways, thanks],
    };
  if (to === 'triad lead')
    return {
      subject: `May we ask for your help: ${what}`,
      paragraphs: [
        `Dear ${stage.lead?.name ?? 'colleague'},`,
        `${planned} and is still open with ${stage.owner.name}, whom we have reminded. You keep the dates of this triad: perhaps a word between you helps.`,
        ways,
        thanks,
      ],
    };
  return {
    subject: `Still open: ${what}`,
    paragraphs: [
      `${planned} and is still open with ${stage.owner.name}. We have reminded those whose turn it is; perhaps they need a hand or another day.`,
      ways,
    ],
  };
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
