import type { RequestName } from '../../shared/requests';
import type { Trigger } from '../request';
import { agreeFeedback } from './agree-feedback';
import { agreeScope } from './agree-scope';
import { answerOutcome } from './answer-outcome';
import { appraisals } from './appraisals';
import { boardSummaries } from './board-summaries';
import { cancelMeeting } from './cancel-meeting';
import { cancelReview } from './cancel-review';
import { changeRecord } from './change-record';
import { consultationDraft } from './consultation-draft';
import { createRecord } from './create-record';
import { fillTemplate } from './fill-template';
import { finishStage } from './finish-stage';
import { getRecord } from './get-record';
import { historyOfRecord } from './history-of-record';
import { importAcademies } from './import-academies';
import { importBankHolidays } from './import-bank-holidays';
import { importCalendar } from './import-calendar';
import { importPeople } from './import-people';
import { keepRegister } from './keep-register';
import { listRecords } from './list-records';
import { mailboxes } from './mailboxes';
import { me } from './me';
import { meetingFiles } from './meeting-files';
import { meetingRegister } from './meeting-register';
import { applyMembershipChanges, membershipChanges } from './memberships';
import { moveMeeting } from './move-meeting';
import { moveStage } from './move-stage';
import { myReviews } from './my-reviews';
import { nameSubstitute } from './name-substitute';
import { networkMatrix } from './network-matrix';
import { objectiveValues } from './objective-values';
import { open } from './open';
import { putBack, takeOver } from './outlook-changes';
import { planningProblem } from './planning-problem';
import { previewMove } from './preview-move';
import { previewPlan } from './preview-plan';
import { previewPublishing } from './preview-publishing';
import { proveTriads } from './prove-triads';
import { publishMeetings } from './publish-meetings';
import { publishTriad } from './publish-triad';
import { readCalendar } from './read-calendar';
import { readDocument } from './read-document';
import { removeRecord } from './remove-record';
import { reviewCycle } from './review-cycle';
import { reviewImpact } from './review-impact';
import { reviewOverview } from './review-overview';
import { savePlan } from './save-plan';
import { sendNotes } from './send-notes';
import { sendOutcome } from './send-outcome';
import { sharedPractice } from './shared-practice';
import { templates } from './templates';
import { triadProblem } from './triad-problem';
import { waiting } from './waiting';
import { withdrawNetwork } from './withdraw-network';
/** Every call of shared/requests.ts has its trigger; one that is missing does not compile. */
export const triggers: {
  readonly [Name in RequestName]: Trigger;
} = {
  me: me as Trigger,
  waiting: waiting as Trigger,
  open: open as Trigger,
  listRecords: listRecords as Trigger,
  getRecord: getRecord as Trigger,
  createRecord: createRecord as Trigger,
  changeRecord: changeRecord as Trigger,
  removeRecord: removeRecord as Trigger,
  historyOfRecord: historyOfRecord as Trigger,
  reviewOverview: reviewOverview as Trigger,
  myReviews: myReviews as Trigger,
  sendOutcome: sendOutcome as Trigger,
  answerOutcome: answerOutcome as Trigger,
  agreeScope: agreeScope as Trigger,
  cancelReview: cancelReview as Trigger,
  finishStage: finishStage as Trigger,
  moveStage: moveStage as Trigger,
  publishTriad: publishTriad as Trigger,
  reviewCycle: reviewCycle as Trigger,
  reviewImpact: reviewImpact as Trigger,
  sharedPractice: sharedPractice as Trigger,
  boardSummaries: boardSummaries as Trigger,
  agreeFeedback: agreeFeedback as Trigger,
  planningProblem: planningProblem as Trigger,
  mailboxes: mailboxes as Trigger,
  savePlan: savePlan as Trigger,
  previewPlan: previewPlan as Trigger,
  sendNotes: sendNotes as Trigger,
  networkMatrix: networkMatrix as Trigger,
  nameSubstitute: nameSubstitute as Trigger,
  meetingFiles: meetingFiles as Trigger,
  meetingRegister: meetingRegister as Trigger,
  keepRegister: keepRegister as Trigger,
  publishMeetings: publishMeetings as Trigger,
  previewPublishing: previewPublishing as Trigger,
  previewMove: previewMove as Trigger,
  moveMeeting: moveMeeting as Trigger,
  cancelMeeting: cancelMeeting as Trigger,
  withdrawNetwork: withdrawNetwork as Trigger,
  membershipChanges: membershipChanges as Trigger,
  applyMembershipChanges: applyMembershipChanges as Trigger,
  takeOver: takeOver as Trigger,
  putBack: putBack as Trigger,
  triadProblem: triadProblem as Trigger,
  proveTriads: proveTriads as Trigger,
  consultationDraft: consultationDraft as Trigger,
  importAcademies: importAcademies as Trigger,
  importPeople: importPeople as Trigger,
  readCalendar: readCalendar as Trigger,
  importCalendar: importCalendar as Trigger,
  importBankHolidays: importBankHolidays as Trigger,
  appraisals: appraisals as Trigger,
  objectiveValues: objectiveValues as Trigger,
  templates: templates as Trigger,
  fillTemplate: fillTemplate as Trigger,
  readDocument: readDocument as Trigger,
};
