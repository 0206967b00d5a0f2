import { type RegisterRow, type RegisterState, saidNow, type Wanted } from './register-state';

const answers = { accepted: 'accepted', tentative: 'perhaps', declined: 'cannot come' } as const;

/** Who is invited for an academy, and what they have answered. */
export function answersInWords({ invited }: Pick<RegisterRow, 'invited'>): string {
  if (invited.length === 0) return 'Nobody was invited.';
  return invited
    .map(({ who, part, answer }) => {
      const as = part === 'member' ? '' : `, ${part}`;
      return `${who.name}${as}: ${answer === undefined ? 'no answer' : answers[answer]}`;
    })
    .join('; ');
}

/** What was said of an academy. */
export function cameInWords({ represented, by, because }: Wanted): string {
  if (represented === 'no') return because === undefined ? 'Not represented.' : `Not represented: ${because}`;
  const words = represented === 'yes' ? 'Represented' : 'Represented by a deputy';
  return by === undefined ? `${words}.` : `${words}: ${by.name}.`;
}

/**
 * How far the register is, and whether it is kept.
 *
 * @example statusOf(state) // '11 of 15 academies said. All kept.'
 */
export function statusOf(state: RegisterState): string {
  const said = state.rows.filter(({ academy }) => saidNow(state, academy).represented !== undefined).length;
  const far = `${said} of ${state.rows.length} academies said.`;
  if (state.lost) return `${far} Not kept yet: there is no connection. Leave this open, it is tried again.`;
  return state.waiting.size + state.sent.length > 0 ? `${far} Keeping…` : said === 0 ? far : `${far} All kept.`;
}
