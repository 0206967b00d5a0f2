import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { checkProblem } from '../../shared/triads/check-problem';
import { firstRound } from '../../shared/triads/problem';
import { trigger } from '../request';

const seconds = 25;

export const proveTriads = trigger(requests.proveTriads, {
  permit: ['TrustOffice', 'Executive'],
  async act({ problem: asked, triads }, { proofs }) {
    const problem = { ...asked, rounds: 1 };
    const wrong = checkProblem(problem);
    if (wrong !== undefined) return { ok: false, problem: wrong };
    const proof = await proofs.prove({ problem, rounds: [{ round: firstRound(problem), triads }], seconds });
    if (!proof.ok) return proof;
    const { plan, proved, isBetter } = proof.value;
    return ok({ bound: plan.total.bound, proved, ...(isBetter ? { better: plan } : {}) });
  },
});
