import type { Role } from '../../shared/caller';
import type { IconName } from '../parts/icons';
import type { ScreenName } from './names';

/** A quick way from the first screen, for those who hold one of the roles. */
export interface Way {
  readonly screen: ScreenName;
  readonly given?: Readonly<Record<string, string>>;
  readonly words: string;
  readonly detail: string;
  readonly icon: IconName;
  readonly roles: 'everyone' | readonly Role[];
}

const leaders: readonly Role[] = ['Principal', 'Champion', 'Executive'];
const office: readonly Role[] = ['TrustOffice'];
const appraising: readonly Role[] = ['HR', 'Executive'];

/** One line each, in the order in which they are shown. */
export const ways: readonly Way[] = [
  {
    screen: 'myReviews',
    words: 'Peer reviews',
    detail: 'That you host, lead or take part in',
    icon: 'clipboard',
    roles: leaders,
  },
  {
    screen: 'myTriad',
    words: 'My triad',
    detail: 'With whom, how far, and when',
    icon: 'people',
    roles: ['Principal'],
  },
  {
    screen: 'triads',
    words: 'Peer review triads',
    detail: 'Who reviews with whom, for a year or for several',
    icon: 'target',
    roles: office,
  },
  {
    screen: 'sharedPractice',
    words: 'Good practice',
    detail: 'What hosts share with all our academies',
    icon: 'people',
    roles: ['Principal', 'Champion', 'Executive', 'TrustOffice', 'Trustee'],
  },
  {
    screen: 'boardSummaries',
    words: 'Summaries for the board',
    detail: 'What heads let the board read of their reviews',
    icon: 'document',
    roles: ['Trustee', 'Executive'],
  },
  {
    screen: 'meetings',
    words: 'Network meetings',
    detail: 'When and where, who comes, what was sent',
    icon: 'send',
    roles: ['TrustOffice', 'Principal', 'Champion', 'Executive', 'Staff'],
  },
  {
    screen: 'matrix',
    words: 'Who was represented',
    detail: 'Each network and each academy over the year',
    icon: 'done',
    roles: ['TrustOffice', 'Executive', 'Principal'],
  },
  {
    screen: 'plan',
    words: 'Plan the year',
    detail: 'Dates of network meetings, with every academy represented',
    icon: 'calendar',
    roles: office,
  },
  {
    screen: 'draftCalendar',
    words: 'Draft calendar',
    detail: "The year's meetings for consultation, with directed time",
    icon: 'clock',
    roles: ['TrustOffice', 'Principal', 'Champion', 'Executive', 'Staff'],
  },
  {
    screen: 'networks',
    words: 'Networks',
    detail: 'Who belongs, and which academies are covered',
    icon: 'people',
    roles: office,
  },
  {
    screen: 'records',
    given: { kind: 'trust' },
    words: 'Settings of our trust',
    detail: 'Values, mailbox, how meetings and follow-ups are spaced, who never reviews whom',
    icon: 'edit',
    roles: office,
  },
  {
    screen: 'imports',
    words: 'Import',
    detail: 'Academies, people, calendars of schools',
    icon: 'upload',
    roles: office,
  },
  {
    screen: 'appraisals',
    words: 'Appraisal objectives',
    detail: 'Agreed trust-wide objectives, into Word',
    icon: 'document',
    roles: appraising,
  },
  {
    screen: 'records',
    given: { kind: 'priority' },
    words: 'Trust-wide priorities',
    detail: 'What we agreed to improve together',
    icon: 'target',
    roles: ['Principal', 'Executive', 'HR', 'TrustOffice'],
  },
  {
    screen: 'records',
    given: { kind: 'academy' },
    words: 'Our academies',
    detail: 'Names, phases and hubs',
    icon: 'building',
    roles: 'everyone',
  },
  {
    screen: 'records',
    given: { kind: 'person' },
    words: 'People and posts',
    detail: 'Who works where',
    icon: 'people',
    roles: ['TrustOffice', 'HR'],
  },
];

export function waysOf(roles: readonly Role[]): readonly Way[] {
  return ways.filter((way) => way.roles === 'everyone' || way.roles.some((role) => roles.includes(role)));
}
