import { ok } from '../../../shared/result';
import type { Command, Report } from '../command';
import { connect, type Tenant } from '../connect';
import { checksOf } from '../doctor/checks';
import type { Check, Finding } from '../doctor/finding';
import { refusalOf } from '../refusal-of';

export const doctor: Command = {
  name: 'doctor',
  takes: '[--probe]',
  says: 'Tells what is missing in the tenant and the command that mends it. --probe also writes and removes an item in each list.',
  options: { probe: { type: 'boolean' } },
  async run(typed, surroundings) {
    const tenant = await connect(surroundings);
    const findings: Finding[] = [];
    for (const check of checksOf({ probe: typed.flag('probe') })) {
      surroundings.progress(`Looking at ${check.name} …`);
      findings.push(await look(check, tenant));
      // What stands on a missing thing would only be reported as missing once more.
      if (check.isGround && findings.at(-1)?.isWell === false) break;
    }
    return ok(tell(findings, tenant.foundIn));
  },
};

/** A refusal of the tenant is a finding; a fault stays a fault. */
async function look(check: Check, tenant: Tenant): Promise<Finding> {
  try {
    return { name: check.name, ...(await check.look(tenant)) };
  } catch (error) {
    const problem = refusalOf(error);
    if (problem === undefined) throw error;
    return { name: check.name, isWell: false, sentence: problem.sentence, mend: check.mend };
  }
}

function tell(findings: readonly Finding[], foundIn: string): Report {
  const isWell = findings.every((finding) => finding.isWell);
  return {
    isWell,
    json: { well: isWell, foundIn, findings: findings.map(({ isWell: well, ...finding }) => ({ ...finding, well })) },
    lines: [
      `The settings come from ${foundIn}, and Entra gives the app a token.`,
      ...findings.flatMap((finding) => [
        `${finding.isWell ? 'well   ' : 'MISSING'} ${finding.name}: ${finding.sentence}`,
        ...(finding.isWell || finding.mend === undefined ? [] : [`        to mend it: ${finding.mend}`]),
      ]),
      isWell ? 'Everything is in place.' : 'Something is missing: see above.',
    ],
  };
}
