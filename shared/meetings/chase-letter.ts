import type { Meeting } from '../records/meeting';
import { britishDate, britishDay } from '../time/british-date';
import type { Asked } from './chase';
import { subjectOf } from './subject';

/** One academy of one meeting that somebody is asked about. */
export interface Question {
  readonly meeting: Meeting;
  readonly academyName: string;
  readonly to: Asked;
  /** Where the meeting is opened. */
  readonly link: string;
}

export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link: string;
}

const inTurn = ['member', 'deputy', 'principal', 'trust office'] as const satisfies readonly Asked[];

/**
 * One letter for all that somebody is asked on one morning: a kind word, the facts, the way out. Each meeting after the
 * first has its address beside it, since a letter ends with one link.
 *
 * @param name undefined for the trust office
 */
export function askingLetter(name: string | undefined, questions: readonly [Question, ...Question[]]): Letter {
  const [first] = questions;
  return {
    subject: subjectFor(questions),
    paragraphs: [
      ...(name === undefined ? [] : [`Dear ${name},`]),
      ...inTurn.flatMap((to) => {
        const own = questions.filter((one) => one.to === to);
        return own.length === 0 ? [] : [opening(to, own), ...own.map((one) => lineOf(one, one.link !== first.link))];
      }),
      ...wayOut(questions),
      'Thank you for what you do for all our pupils.',
    ],
    link: first.link,
  };
}

function subjectFor([first, ...more]: readonly [Question, ...Question[]]): string {
  if (more.length > 0) return `Who comes? ${more.length + 1} places at coming meetings`;
  return `Who comes from ${first.academyName} on ${britishDate(first.meeting.date)}?`;
}

function opening(to: Asked, questions: readonly Question[]): string {
  const it = questions.length === 1 ? 'this meeting' : 'these meetings';
  switch (to) {
    case 'member':
      return `You are invited to ${it}, and nobody from your academy has accepted yet:`;
    case 'deputy':
      return `You stand in for your academy at ${it}. Nobody has accepted yet, though we have asked those invited; could you come?`;
    case 'principal':
      return `Nobody from your academy has accepted ${it} yet. We have asked your colleagues; perhaps a word from you helps:`;
    case 'trust office':
      return `Nobody has accepted ${it} yet, though we have asked in the academies. Perhaps a call helps:`;
  }
}

function lineOf({ meeting, academyName, link }: Question, withLink: boolean): string {
  const { date, from, until, place } = meeting;
  const where = `${britishDay(date)}, ${from} to ${until}, ${place}`;
  return `${academyName}: ${subjectOf(meeting)}, ${where}${withLink ? `\n${link}` : ''}`;
}

function wayOut(questions: readonly Question[]): readonly string[] {
  if (questions.every(({ to }) => to === 'trust office')) return [];
  return [
    'If you can come, please accept the invitation in Outlook. If you cannot, please decline it and name a colleague for the day in Our Academies, so that every academy is represented.',
  ];
}
