import { ok } from '../../../../shared/result';
import type { TriadsAtHand } from '../../../../shared/triads/at-hand';
import type { Stage } from '../../open-panel';
import { type Answers, answering, stored, trustOffice } from '../trust-records';
import { six } from './six';

export const atHand: TriadsAtHand = { problem: six, hubs: [], earlier: [], year: '2026/27' };

/** The planner's screen for six academies, as the trust office opens it. */
export function openTriads(
  stage: Stage,
  given: Partial<TriadsAtHand> = {},
  answers: Answers = {},
  width = 320,
  dark = false,
) {
  return stage.open({
    screen: 'triads',
    me: trustOffice,
    answer: answering({ person, review: [] }, { triadProblem: () => ok({ ...atHand, ...given }), ...answers }),
    width,
    dark,
  });
}

/** One Improvement Champion, at an academy of the second cluster. */
export const champion = { id: '44444444-4444-4444-8444-444444444448', name: 'Senara Soon' };
const person = [
  stored('person-champion', {
    who: champion,
    email: 'champion@trust.example',
    academy: '900004',
    post: 'Deputy',
    level: 'Senior leader',
    responsibilities: ['Improvement Champion'],
    active: true,
  }),
];
