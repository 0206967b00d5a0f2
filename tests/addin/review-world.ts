import type { Me } from '../../addin/panel-context';
import type { Stored } from '../../shared/record';
import { ok, type Result, refuse } from '../../shared/result';
import { ada, ben, cleo, validFinding, validReview } from '../make';

/** A trust of three academies and one review, with an API by hand that keeps drafts and outcomes as the real one does. */
export const leader: Me = {
  id: ada.id,
  name: ada.name,
  email: 'ada.alder@trust.example',
  roles: ['Principal'],
  academy: { urn: '900002', name: 'Millbrook Primary Academy' },
  trust: { name: 'Larkrise Learning Trust' },
};
export const host: Me = {
  ...leader,
  id: ben.id,
  name: ben.name,
  email: 'ben.beech@trust.example',
  academy: { urn: '900001', name: 'Alderbrook Primary Academy' },
};

const academies = [
  { urn: '900001', name: 'Alderbrook Primary Academy' },
  { urn: '900002', name: 'Millbrook Primary Academy' },
  { urn: '900003', name: 'Thornfield Church of England Primary Academy' },
];
const people = [
  { who: ada, post: 'Principal', academy: '900002' },
  { who: ben, post: 'Principal', academy: '900001' },
  { who: cleo, post: 'Deputy head', academy: '900003' },
  {
    who: { id: '44444444-4444-4444-8444-444444444444', name: 'Dora Dogwood' },
    post: 'English lead',
    academy: '900001',
  },
];

const at = '2026-11-23T09:05:00Z';
const actor = { id: ada.id, name: ada.name };

export function stored<R>(key: string, record: R, version = '"1"'): Stored<R> {
  return { key, version, record, actor, at };
}

const academyRecords = academies.map((one) =>
  stored(`academy-${one.urn}`, { ...one, localAuthority: 'Westmere', phase: 'Primary', town: 'Westmere' }),
);
const personRecords = people.map(({ who, post, academy }) =>
  stored(`person-${who.id}`, {
    who,
    email: `${who.name[0]}@trust.example`,
    academy,
    post,
    level: 'Principal',
    active: true,
  }),
);

type Input = Readonly<Record<string, unknown>>;
type Who = { readonly id: string; readonly name: string };
/** `undefined` leaves the answer to the world. */
type Answers = Readonly<Record<string, (input: Input, who: Who) => Result<unknown> | undefined>>;

export interface World {
  /** Asked by Ada, unless somebody else is named. */
  answer(request: string, input: Input, who?: Who): Result<unknown>;
  /** Drafts and working copies. */
  readonly drafts: Map<string, Stored>;
  readonly sent: Input[];
  readonly answers: Input[];
  /** While true nothing answers, as when the network is away. */
  offline: boolean;
  finding: Stored | undefined;
  /** Everything that was asked, by name. */
  readonly asked: string[];
}

export function reviewWorld(more: Answers = {}): World {
  let count = 1;
  const nextVersion = () => {
    count += 1;
    return `"${count}"`;
  };
  const world: World = {
    drafts: new Map(),
    sent: [],
    answers: [],
    offline: false,
    finding: undefined,
    asked: [],
    answer(request, input, who = actor) {
      world.asked.push(request);
      if (world.offline) return refuse('busy', 'There is no connection to our service just now.');
      const given = more[request]?.(input, who) ?? answers[request]?.(input, who);
      if (given === undefined) throw new Error(`The world does not know ${request}.`);
      return given;
    },
  };
  const overview = () => {
    const agreement = (world.finding?.record as { agreement?: string } | undefined)?.agreement;
    return {
      review: stored('review-1', validReview),
      title: 'Peer review at Alderbrook Primary Academy',
      academies,
      ...(world.finding === undefined ? {} : { finding: world.finding }),
      actions: [],
      may: { logOutcome: agreement !== 'accurate', answerOutcome: agreement === 'awaiting host', change: true },
    };
  };
  const keep = (key: string, kind: unknown, record: unknown, who: Who) => {
    const writers = kind === 'workingCopy' ? { lead: ada, reviewers: [ada, cleo] } : {};
    const kept = { ...stored(key, { ...(record as object), ...writers }, nextVersion()), actor: who };
    world.drafts.set(key, kept);
    return ok(kept);
  };
  const answers: Answers = {
    waiting: () =>
      ok({
        items: [
          {
            what: 'log outcome',
            kind: 'review',
            key: 'review-1',
            title: 'Peer review at Alderbrook Primary Academy',
            on: '2026-11-16',
          },
          {
            what: 'follow up action',
            kind: 'action',
            key: 'action-1',
            title: 'Pair the English leads for a half-term',
            on: '2026-11-30',
          },
        ],
      }),
    open: () => ok({ kind: 'review', key: 'review-1', title: 'Peer review at Alderbrook Primary Academy' }),
    myReviews: () =>
      ok({
        reviews: [
          {
            key: 'review-1',
            title: 'Peer review at Alderbrook Primary Academy',
            on: '2026-11-16',
            stage: 'visited',
            part: 'lead',
          },
        ],
        owed: [
          {
            what: 'feedback',
            key: 'review-1',
            title: 'Peer review at Alderbrook Primary Academy',
            on: '2026-11-16',
            late: true,
          },
          {
            what: 'promised support',
            key: 'review-0',
            title: 'Half a day of our mathematics lead',
            on: '2027-01-29',
            late: false,
          },
        ],
        workshops: [
          {
            key: 'review-2',
            title: 'Peer review at Thornfield Church of England Primary Academy',
            on: '2027-01-12',
            from: '15:45',
            until: '17:00',
            state: 'to come',
          },
          { key: 'review-0', title: 'Peer review at Fernhill Academy', on: '2026-06-09', state: 'past' },
        ],
      }),
    reviewOverview: () => ok(overview()),
    reviewCycle: () =>
      ok({
        review: stored('review-1', validReview),
        title: 'Peer review at Alderbrook Primary Academy',
        stages: [],
        may: { agreeScope: false, reviewImpact: false, share: false, cancel: false },
      }),
    listRecords: ({ kind }) =>
      ok({ records: kind === 'academy' ? academyRecords : kind === 'person' ? personRecords : [] }),
    getRecord: ({ kind, key }) => {
      const isWritten = kind === 'draft' || kind === 'workingCopy';
      const all = isWritten ? [...world.drafts.values()] : [...academyRecords, ...personRecords];
      const found = all.find((one) => one.key === key);
      return found === undefined ? refuse('not-found', 'This is not here any more.') : ok(found);
    },
    createRecord: ({ key, record, kind }, who) => {
      if (world.drafts.has(String(key))) return refuse('not-now', 'Another draft already has this key.');
      return keep(String(key), kind, record, who);
    },
    changeRecord: ({ key, version, record, kind }, who) => {
      const before = world.drafts.get(String(key));
      if (before === undefined) return refuse('not-found', 'This draft is not here any more.');
      if (before.version !== version)
        return refuse('changed-meanwhile', 'Somebody changed this draft meanwhile.', { current: before });
      return keep(String(key), kind, record, who);
    },
    removeRecord: ({ key }) => {
      world.drafts.delete(String(key));
      return ok({});
    },
    sendOutcome: (input) => {
      world.sent.push(input);
      const typed = input['finding'] as object;
      world.finding = stored(String(input['findingKey']), { ...validFinding, ...typed, agreement: 'awaiting host' });
      return ok(overview());
    },
    answerOutcome: (input) => {
      world.answers.push(input);
      const { accurate, comment } = input;
      const before = world.finding?.record as object;
      const agreement = accurate === true ? 'accurate' : 'not accurate';
      world.finding = stored('finding-1', { ...before, agreement, ...(comment === undefined ? {} : { comment }) });
      return ok(overview());
    },
  };
  return world;
}
