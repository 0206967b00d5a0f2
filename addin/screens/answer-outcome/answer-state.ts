import { ok, type Problem, type Result, refuse } from '../../../shared/result';

export type HostAnswer = 'accurate' | 'not accurate';

/** What the host head has decided and written so far. */
export interface AnswerState {
  readonly answer: HostAnswer | undefined;
  readonly comment: string;
  readonly step: 'typing' | 'sending';
  readonly problems: { readonly answer?: string | undefined; readonly comment?: string | undefined };
  readonly refused: Problem | undefined;
}

export type AnswerEvent =
  | { readonly type: 'answer'; readonly answer: HostAnswer }
  | { readonly type: 'comment'; readonly comment: string }
  /** What was written before, or in another pane. */
  | { readonly type: 'restored'; readonly answer: HostAnswer | undefined; readonly comment: string }
  | { readonly type: 'sending' }
  | { readonly type: 'refused'; readonly problem: Problem };

export const startAnswer: AnswerState = {
  answer: undefined,
  comment: '',
  step: 'typing',
  problems: {},
  refused: undefined,
};

export function reduceAnswer(before: AnswerState, event: AnswerEvent): AnswerState {
  switch (event.type) {
    case 'answer':
      return { ...before, answer: event.answer, problems: {}, refused: undefined };
    case 'comment':
      return { ...before, comment: event.comment, problems: { answer: before.problems.answer }, refused: undefined };
    case 'restored':
      return { ...before, answer: event.answer, comment: event.comment };
    case 'sending':
      return { ...before, step: 'sending', problems: {}, refused: undefined };
    case 'refused': {
      const at = (path: string) => event.problem.fields?.find((field) => field.path === path)?.sentence;
      const problems = { answer: at('answer'), comment: at('comment') };
      const told = problems.answer !== undefined || problems.comment !== undefined;
      return { ...before, step: 'typing', problems, refused: told ? undefined : event.problem };
    }
  }
}

/** "Not accurate" needs a comment: the lead reviewer has to know what to change. */
export function checkAnswer({
  answer,
  comment,
}: AnswerState): Result<{ readonly accurate: boolean; readonly comment?: string }> {
  const written = comment.trim();
  if (answer === undefined)
    return refuse('invalid', 'Say whether it is accurate.', {
      fields: [{ path: 'answer', sentence: 'Choose one of the two.' }],
    });
  if (answer === 'not accurate' && written === '')
    return refuse('invalid', 'Say what is not accurate.', {
      fields: [{ path: 'comment', sentence: 'Say what is not accurate, so that the lead reviewer can put it right.' }],
    });
  return ok({ accurate: answer === 'accurate', ...(written === '' ? {} : { comment: written }) });
}
