/** Every screen by name; screens/index.ts says how each is loaded. */
export const screenNames = [
  'home',
  'myReviews',
  'review',
  'startReview',
  'logOutcome',
  'answerOutcome',
  'sharedPractice',
  'records',
  'record',
  'changeRecord',
  'imports',
  'networks',
  'plan',
  'triads',
  'myTriad',
  'meetings',
  'meeting',
  'register',
  'notes',
  'substitute',
  'matrix',
  'appraisals',
  'objective',
  'fillTemplate',
] as const;

export type ScreenName = (typeof screenNames)[number];
