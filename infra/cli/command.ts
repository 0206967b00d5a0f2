import type { ParseArgsConfig } from 'node:util';
import type { Problem, Result } from '../../shared/result';
import type { PlanMeetings } from './meetings/plan-for';
import type { PlanTriads } from './triads/plan-and-prove';

/** What a command found or did: for programs, and for people. */
export interface Report {
  readonly json: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
  /** False where something is missing: the exit code is then 2, as for a refusal. */
  readonly isWell?: boolean;
}

/** What was typed. */
export interface Typed {
  /** The words after the command's name. */
  readonly words: readonly string[];
  text(option: string): string | undefined;
  flag(option: string): boolean;
}

/** The world of one run. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Relative file names are meant from here. */
  readonly from: string;
  /** The folder of a local Our Academies that `npm start` has brought up. */
  readonly localFolder: string;
  /** Seconds since some fixed moment. */
  seconds(): number;
  /** Shown on a terminal, on standard error. */
  progress(sentence: string): void;
  readonly planTriads: PlanTriads;
  readonly planMeetings: PlanMeetings;
}

export interface Command {
  /** One or two words. */
  readonly name: string;
  /** What follows the name. */
  readonly takes: string;
  readonly says: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  run(typed: Typed, surroundings: Surroundings): Promise<Result<Report>>;
}

/** A refusal that comes up deep in a command: one sentence, exit code 2. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.sentence, options);
    this.name = 'Refusal';
    this.problem = problem;
  }
}
