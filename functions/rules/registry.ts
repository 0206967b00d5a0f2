import { refuse } from '../../shared/result';
import { actionRules } from './action-rules';
import { academyRules, attendanceRules, draftRules, forgetting, personRules } from './keys';
import { type KindRules, noRules, rules } from './kind-rules';
import { meetingRules } from './meeting-rules';
import { objectiveRules } from './objective-rules';
import { reviewRules } from './review-rules';
import { triadRules } from './triad-rules';
import { workingCopyRules } from './working-copy-rules';

/** Findings go to and fro between lead and host: sendOutcome and answerOutcome are the only doors. */
const findingRules = rules({
  start: async () => refuse('not-now', 'Findings are logged with the outcome of a review.'),
  check: async () => refuse('not-now', 'Findings are revised by sending the outcome again, or answered by the host.'),
});

/** Stages are made by publishing a triad, and moved and finished by the calls that keep their order. */
const stageRules = rules({
  start: async () => refuse('not-now', 'Stages are made when a triad is published.'),
  check: async () => refuse('not-now', 'Move a stage, or say that it has taken place, on its peer review.'),
});

const all: ReadonlyMap<string, KindRules> = new Map<string, KindRules>([
  ['trust', forgetting],
  ['triad', triadRules as KindRules],
  ['academy', academyRules as KindRules],
  ['person', personRules as KindRules],
  ['attendance', attendanceRules as KindRules],
  ['review', reviewRules as KindRules],
  ['stage', stageRules],
  ['finding', findingRules],
  ['action', actionRules as KindRules],
  ['meeting', meetingRules as KindRules],
  ['objective', objectiveRules as KindRules],
  ['draft', draftRules as KindRules],
  ['workingCopy', workingCopyRules as KindRules],
]);

export function rulesOf(kindName: string): KindRules {
  return all.get(kindName) ?? noRules;
}
