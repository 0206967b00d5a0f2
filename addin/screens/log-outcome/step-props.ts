import type { FieldProblem } from '../../../shared/result';
import type { AcademyName, DirectoryPerson } from '../../directory';
import type { Outcome } from '../../outcome/outcome';

/** What every step of logging an outcome is given. */
export interface StepProps {
  readonly outcome: Outcome;
  readonly problems: readonly FieldProblem[];
  readonly onTyped: (change: Partial<Outcome>) => void;
  /** A field was left: the draft is saved. */
  readonly onLeave: () => void;
  /** People of the host academy, who can own an action. */
  readonly owners: readonly DirectoryPerson[];
  /** Academies that can offer support. */
  readonly supporters: readonly AcademyName[];
}
