import type { ComponentType } from 'react';
import type { ScreenName } from './names';

/** What a screen is given by who opens it: keys of records, the name of a kind. */
export interface ScreenProps {
  readonly given: Readonly<Record<string, string>>;
}

interface Entry {
  load(): Promise<{ readonly Screen: ComponentType<ScreenProps> }>;
}

/** How every screen is loaded when it is first opened. One line each; its file exports `Screen`. */
export const screens: Readonly<Record<ScreenName, Entry>> = {
  home: { load: () => import('./home') },
  myReviews: { load: () => import('./my-reviews') },
  review: { load: () => import('./review') },
  startReview: { load: () => import('./start-review') },
  visitNotes: { load: () => import('./visit-notes') },
  logOutcome: { load: () => import('./log-outcome') },
  answerOutcome: { load: () => import('./answer-outcome') },
  sharedPractice: { load: () => import('./shared-practice') },
  boardSummaries: { load: () => import('./board-summaries') },
  records: { load: () => import('./records') },
  record: { load: () => import('./record') },
  changeRecord: { load: () => import('./change-record') },
  imports: { load: () => import('./imports/screen') },
  networks: { load: () => import('./networks/screen') },
  plan: { load: () => import('./plan/screen') },
  triads: { load: () => import('./triads/screen') },
  myTriad: { load: () => import('./triads/my-triad') },
  meetings: { load: () => import('./meetings/screen') },
  draftCalendar: { load: () => import('./draft-calendar/screen') },
  meeting: { load: () => import('./meetings/meeting-screen') },
  memberships: { load: () => import('./memberships/screen') },
  register: { load: () => import('./register/screen') },
  notes: { load: () => import('./notes/screen') },
  substitute: { load: () => import('./substitute/screen') },
  matrix: { load: () => import('./matrix/screen') },
  appraisals: { load: () => import('./appraisals/screen') },
  objective: { load: () => import('./appraisals/objective-screen') },
  fillTemplate: { load: () => import('./appraisals/fill-template-screen') },
};
