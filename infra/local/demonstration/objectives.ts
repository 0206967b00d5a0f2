import type { Academy } from '../../../shared/records/academy';
import type { Objective } from '../../../shared/records/objective';
import { holderOf, principalOf, referenceTo } from './people';
import type { Entry } from './seeded';
import type { Staff } from './staff';

interface Wording {
  readonly priority: string;
  readonly text: (other: string) => string;
  readonly contribution: string;
  readonly measure: string;
  readonly evidenceSource: string;
  readonly support: string;
  readonly ownAcademyBenefit: string;
  readonly standard: string;
}

const wordings: readonly Wording[] = [
  {
    priority: 'reading',
    text: (other) =>
      `Lead two of our peer reviews of early reading, one of them at ${other}, and return to both for the impact review by July.`,
    contribution: 'Four days of my own time, and two days of our reading lead as Improvement Champion.',
    measure:
      'Both reviews held in their window.\nBoth hosts confirm the record accurate.\nBoth impact reviews held, and each host names one change in practice.',
    evidenceSource: 'The reviews and impact reviews kept in Our Academies.',
    support: 'Cover for the Deputy Principal on four days.',
    ownAcademyBenefit: 'Our own reading lead comes back with two more ways of teaching early reading.',
    standard: '9 Working in partnership',
  },
  {
    priority: 'teachers',
    text: (other) =>
      `Release our English lead for one day a week to ${other} for two half-terms, and agree with its principal what it should change.`,
    contribution: 'One day a week of an experienced teacher for two half-terms.',
    measure:
      'Aims reviewed twice with the host.\nThe host writes what changed for its pupils.\nFeedback gathered from both academies.',
    evidenceSource: 'The secondment and its reviews kept in Our Academies.',
    support: 'Supply cover for one day a week.',
    ownAcademyBenefit: 'A colleague leads English one day a week and learns the post.',
    standard: '6 Professional development',
  },
  {
    priority: 'writing',
    text: (other) =>
      `Chair the moderation of writing for all our academies, with ${other} as the first host, and have a sample agreed each term.`,
    contribution: 'Six meetings, and their preparation with two colleagues.',
    measure: 'Six meetings held.\nEvery academy at five of them or more.\nNotes out within five school days.',
    evidenceSource: 'Meetings and attendance kept in Our Academies.',
    support: 'An afternoon of the trust office for each meeting.',
    ownAcademyBenefit: 'Our judgements of writing are moderated by fourteen other academies.',
    standard: '8 Continuous school improvement',
  },
  {
    priority: 'belonging',
    text: (other) =>
      `With ${other}, write and try out a shared first-week plan for families who move between our academies.`,
    contribution: 'Three days of my own time, and one day of our family worker.',
    measure:
      'The plan is tried in both academies by February.\nFive families are asked what helped.\nAll principals hear of it in March.',
    evidenceSource: "The notes of the principals' network and the plan in the library.",
    support: 'A place on the agenda of the March meeting.',
    ownAcademyBenefit: 'Families who join us in mid-year settle sooner.',
    standard: '9 Working in partnership',
  },
];

/** One trust-wide objective for each principal, agreed as realistic; the last is still being written. */
export function objectivesOf(
  year: string,
  academies: readonly Academy[],
  staff: readonly Staff[],
  today: string,
): readonly Entry<Objective>[] {
  const first = Number(year.slice(0, 4));
  const agreed = `${first}-10-09`;
  const appraiser = referenceTo(holderOf(staff, 'Chief Executive'));
  return academies.flatMap((academy, index) => {
    const wording = wordings[index % wordings.length];
    const other = academies[(index + 4) % academies.length];
    if (wording === undefined || other === undefined) return [];
    const { priority, text, ...plain } = wording;
    const record: Objective = {
      year,
      who: referenceTo(principalOf(staff, academy.urn)),
      appraiser,
      priority: `priority-${first}-${priority}`,
      text: text(other.name),
      ...plain,
      reviewPoints: [
        { on: `${first}-12-11`, note: 'Under way?' },
        { on: `${first + 1}-03-12`, note: 'Half-way' },
        { on: `${first + 1}-07-09`, note: 'What changed' },
      ],
      realistic: true,
      ...(index === academies.length - 1
        ? { state: 'draft' as const }
        : { agreedOn: today < agreed ? today : agreed, state: 'agreed' as const }),
    };
    return [{ key: `objective-${first}-${academy.urn}`, record }];
  });
}
