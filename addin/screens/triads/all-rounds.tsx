import type { TriadProblem } from '../../../shared/triads/problem';
import { byUrn, type WeighedRound } from '../../../shared/triads/weigh';
import { Heading, Points } from '../../parts/text';
import { kilometresInWords, nameOfTriad } from './triad-words';

/** Every round as a plain list. */
export function AllRounds({
  problem,
  rounds,
}: {
  readonly problem: TriadProblem;
  readonly rounds: readonly WeighedRound[];
}) {
  const names = byUrn(problem);
  return (
    <>
      {rounds.map(({ round, triads }) => (
        <section key={round} aria-label={`All triads of round ${round}`}>
          <Heading level={3}>{`Round ${round}`}</Heading>
          <Points
            points={triads.map(
              ({ academies, kilometres }, at) =>
                `${nameOfTriad(at, academies.length)}, ${kilometresInWords(kilometres)}: ${academies.map((urn) => names.get(urn)?.name ?? urn).join(', ')}`,
            )}
          />
        </section>
      ))}
    </>
  );
}
