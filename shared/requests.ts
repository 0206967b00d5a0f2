import { appraisalRequests } from './requests/appraisals';
import { calendarRequests } from './requests/calendars';
import { importRequests } from './requests/imports';
import { livingRequests } from './requests/living';
import { meetingRequests } from './requests/meetings';
import { membershipRequests } from './requests/memberships';
import { outlookRequests } from './requests/outlook';
import { recordRequests } from './requests/records';
import { reviewRequests } from './requests/reviews';
import { triadRequests } from './requests/triads';

export type { InputOf, OutputOf, Request } from './request';

/** Every call that the panel can make, of all the files in requests/. */
export const requests = {
  ...recordRequests,
  ...reviewRequests,
  ...meetingRequests,
  ...livingRequests,
  ...membershipRequests,
  ...outlookRequests,
  ...triadRequests,
  ...calendarRequests,
  ...importRequests,
  ...appraisalRequests,
} as const;

export type RequestName = keyof typeof requests;
