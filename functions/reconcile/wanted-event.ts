import { createHash } from 'node:crypto';
import type { PersonReference } from '../../shared/field';
import { subjectOf } from '../../shared/meetings/subject';
import type { Action } from '../../shared/records/action';
import type { Meeting } from '../../shared/records/meeting';
import type { Review } from '../../shared/records/review';
import type { Stage } from '../../shared/records/stage';
import { shortTime } from '../../shared/reviews/steps';
import type { Account, Invited, WantedEvent } from '../ports';
import { meetingParagraphs } from './meeting-words';
import type { Published } from './published';

/** What an event says beside its record. */
export interface Surroundings {
  readonly publicOrigin: string;
  /** By Entra id in lower case. */
  readonly accounts: ReadonlyMap<string, Account>;
  /** By URN. */
  readonly academyNames: ReadonlyMap<string, string>;
}

/**
 * Record → the event that Outlook should hold. Subjects of reviews and actions are neutral: delegates and rooms see
 * them. Nothing of what peers said is told; the link leads to it, for whoever may read it.
 */
export function wantedEvent(published: Published, around: Surroundings): WantedEvent {
  const link = `${around.publicOrigin}/open/${linkedTo(published)}`;
  switch (published.kind) {
    case 'meeting':
      return meetingEvent(published.stored.record, link, around);
    case 'review':
      return reviewEvent(published.stored.record, link, around);
    case 'stage':
      return stageEvent(published.stored.record, link, around);
    case 'action':
      return actionEvent(published.stored.record, link, around);
  }
}

/** A stage is opened with its review. */
function linkedTo({ kind, stored }: Published): string {
  return kind === 'stage' ? `review/${stored.record.review}` : `${kind}/${stored.key}`;
}

function meetingEvent(meeting: Meeting, link: string, around: Surroundings): WantedEvent {
  const members = meeting.members.map(({ who, email }) => ({ name: who.name, email: email.toLowerCase() }));
  return {
    subject: subjectOf(meeting),
    paragraphs: meetingParagraphs(meeting, around),
    link,
    date: meeting.date,
    from: meeting.from,
    until: meeting.until,
    place: meeting.place,
    invited: once([...members, ...reached([meeting.lead], around)]),
    confidential: meeting.confidential === true,
    ...(meeting.teams === true ? { teams: true } : {}),
  };
}

function reviewEvent(review: Review, link: string, around: Surroundings): WantedEvent {
  const { hostHead, lead, reviewers, champion } = review;
  const people = [hostHead, lead, ...reviewers, ...(champion === undefined ? [] : [champion])];
  return {
    subject: 'Our Academies visit',
    paragraphs: [
      'Colleagues from our academies visit each other to learn from one another.',
      'What the visit is about, and what is to be done before and after it, is in Our Academies.',
    ],
    link,
    date: review.visitOn,
    from: review.visitFrom,
    until: review.visitUntil,
    place: around.academyNames.get(review.host) ?? '',
    invited: once(reached(people, around)),
    confidential: false,
  };
}

/** As neutral as the visit's. Steps without an event keep a line, so that none is without words. */
const stageWords: Readonly<Record<Stage['step'], { readonly subject: string; readonly says: string }>> = {
  'self-review': { subject: 'Our Academies preparation', says: 'We agree what the visit is about.' },
  'data sharing': {
    subject: 'Our Academies preparation',
    says: 'Today the host shares with the visiting colleagues what they need to read before they come.',
  },
  feedback: { subject: 'Our Academies conversation', says: 'We talk about the visit on the same day, together.' },
  'record confirmed': { subject: 'Our Academies record', says: 'The host looks whether the record is accurate.' },
  workshop: {
    subject: 'Our Academies workshop',
    says: 'Colleagues of the host decide what they will do, with a champion from another of our academies.',
  },
  'first follow-up': { subject: 'Our Academies follow-up', says: 'We look how far we have come.' },
  'second follow-up': { subject: 'Our Academies follow-up', says: 'We look how far we have come.' },
  'impact review': {
    subject: 'Our Academies impact conversation',
    says: 'We meet again and ask what has changed for our pupils.',
  },
};

/** Handing over takes a quarter of an hour before the school day, where no time is given. */
function stageEvent(stage: Stage, link: string, around: Surroundings): WantedEvent {
  const { subject, says } = stageWords[stage.step];
  return {
    subject,
    paragraphs: [says, 'What is to be done, and by whom, is in Our Academies.'],
    link,
    date: stage.on,
    from: stage.from ?? shortTime.from,
    until: stage.until ?? shortTime.until,
    place: around.academyNames.get(stage.host) ?? '',
    invited: once(reached([stage.owner, ...stage.people], around)),
    confidential: false,
  };
}

function actionEvent(action: Action, link: string, around: Surroundings): WantedEvent {
  return {
    subject: 'Our Academies follow-up',
    paragraphs: ['Something that was agreed between our academies is due. What it is, is in Our Academies.'],
    link,
    date: action.dueOn,
    ...shortTime,
    place: '',
    invited: once(reached([action.owner, ...action.supporters], around)),
    confidential: true,
  };
}

/** Those of them whom Entra knows; others cannot be invited. */
function reached(people: readonly PersonReference[], { accounts }: Surroundings): readonly Invited[] {
  return people.flatMap(({ id, name }) => {
    const account = accounts.get(id.toLowerCase());
    return account === undefined ? [] : [{ name, email: account.email.toLowerCase() }];
  });
}

function once(invited: readonly Invited[]): readonly Invited[] {
  const first = new Map<string, Invited>();
  for (const one of invited) if (!first.has(one.email)) first.set(one.email, one);
  return [...first.values()];
}

/** People who are named in a record without an address. */
export function peopleIn(published: Published): readonly string[] {
  switch (published.kind) {
    case 'meeting':
      return [published.stored.record.lead.id];
    case 'review': {
      const { hostHead, lead, reviewers, champion } = published.stored.record;
      return [hostHead, lead, ...reviewers, ...(champion === undefined ? [] : [champion])].map(({ id }) => id);
    }
    case 'stage':
      return [published.stored.record.owner, ...published.stored.record.people].map(({ id }) => id);
    case 'action':
      return [published.stored.record.owner, ...published.stored.record.supporters].map(({ id }) => id);
  }
}

/** Whether an event must be written anew is told by this alone. The order of guests does not count. */
export function digestOf(event: WantedEvent): string {
  const guests = event.invited.map(({ name, email }) => `${email} ${name}`).sort();
  const { subject, paragraphs, link, date, from, until, place, confidential, teams } = event;
  // What has no Teams link keeps the digest that it had before there were any.
  const online = teams === true ? ['Teams'] : [];
  const said = JSON.stringify([subject, paragraphs, link, date, from, until, place, confidential, guests, ...online]);
  return createHash('sha256').update(said).digest('base64url').slice(0, 22);
}
