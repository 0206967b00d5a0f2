import { parseWith } from '../../shared/parse';
import { type InputOf, requests } from '../../shared/requests';
import { type FieldProblem, ok, type Result, refuse } from '../../shared/result';
import { londonInstant } from '../../shared/time/london-instant';
import { onePerField } from '../form/one-per-field';
import type { Outcome, TypedActivity, WrittenAction, WrittenLine } from './outcome';

export type Sending = InputOf<typeof requests.sendOutcome>;

const british: readonly (readonly [RegExp, string])[] = [
  [/\.dueOn$/, 'Give a date as day, month and year, e.g. 23/11/2026.'],
  [/safeguardingRaised$/, 'Choose Yes or No.'],
  [/\.owner$/, 'Choose who owns this action, from the host academy.'],
];

function filled(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}

export function isBlank(activity: TypedActivity): boolean {
  return filled(activity.withColleague) === undefined && filled(activity.observation) === undefined;
}

function typedActivity({ what, withColleague, observation }: TypedActivity) {
  return { what, withColleague, observation };
}

function typedLines(lines: readonly WrittenLine[]): readonly string[] {
  return lines.map(({ text }) => text).filter((text) => filled(text) !== undefined);
}

function typedAction(action: WrittenAction) {
  const { what, owner, dueOn } = action;
  return {
    what,
    owner,
    dueOn,
    supportFrom: filled(action.supportFrom),
    support: filled(action.support),
    evidenceOfSuccess: filled(action.evidenceOfSuccess),
  };
}

/** What was typed, as it is sent. Groups and lines that were opened and left empty are left out. */
export function toSending(reviewKey: string, outcome: Outcome): Result<Sending> {
  const raised = outcome.safeguardingRaised;
  const told = raised ? londonInstant(outcome.safeguardingOn, outcome.safeguardingAt) : undefined;
  const parsed = parseWith(
    requests.sendOutcome.input,
    {
      key: reviewKey,
      findingKey: outcome.findingKey,
      finding: {
        focus: outcome.focus,
        activities: outcome.activities.filter((one) => !isBlank(one)).map(typedActivity),
        strengths: typedLines(outcome.strengths),
        considerations: typedLines(outcome.considerations),
        goodPractice: filled(outcome.goodPractice),
        safeguardingRaised: raised,
        safeguardingToldAt: told,
      },
      actions: outcome.actions.map((action) => ({ key: action.key, action: typedAction(action) })),
    },
    'This outcome cannot be sent yet.',
  );
  const fields = [
    ...(parsed.ok ? [] : (parsed.problem.fields ?? []).map((field) => inForm(field, outcome))),
    ...safeguardingProblems(outcome, told),
  ];
  if (parsed.ok && fields.length === 0) return ok(parsed.value);
  return refuse('invalid', 'Some things are still missing. They are marked in the steps.', {
    fields: onePerField(fields),
  });
}

function safeguardingProblems(outcome: Outcome, told: string | undefined): readonly FieldProblem[] {
  if (!outcome.safeguardingRaised || told !== undefined) return [];
  return [
    {
      path: 'safeguardingOn',
      sentence: 'Say when the head or the LADO was told: day, month, year and time, e.g. 23/11/2026 at 15:45.',
    },
  ];
}

/** From the path in the request to the path in the form, and to the words of a British form. */
function inForm({ path, sentence }: FieldProblem, outcome: Outcome): FieldProblem {
  const inOutcome = path.replace(/^finding\./, '').replace(/^(actions\.\d+)\.action\./, '$1.');
  const [, words] = british.find(([pattern]) => pattern.test(inOutcome)) ?? [];
  return { path: withBlanksCounted(inOutcome, outcome), sentence: words ?? plain(sentence) };
}

function plain(sentence: string): string {
  return sentence.startsWith('Choose one of') ? 'Choose one.' : sentence;
}

/** Blank groups and lines were left out before parsing: find the place in the form again. */
function withBlanksCounted(path: string, outcome: Outcome): string {
  const found = /^(activities|strengths|considerations)\.(\d+)(.*)$/.exec(path);
  if (found === null) return path;
  const [, list = '', index = '0', rest = ''] = found;
  const kept =
    list === 'activities'
      ? outcome.activities.map((one) => !isBlank(one))
      : (list === 'strengths' ? outcome.strengths : outcome.considerations).map(
          ({ text }) => filled(text) !== undefined,
        );
  const places = kept.flatMap((isKept, place) => (isKept ? [place] : []));
  return `${list}.${places[Number(index)] ?? index}${rest}`;
}

/** The step of the form in which a field stands. */
export function stepOfPath(path: string): number {
  if (/^(focus|activities)/.test(path)) return 0;
  if (path.startsWith('actions')) return 2;
  return 1;
}

export function problemsOfStep(problems: readonly FieldProblem[], step: number): readonly FieldProblem[] {
  return problems.filter(({ path }) => stepOfPath(path) === step);
}
