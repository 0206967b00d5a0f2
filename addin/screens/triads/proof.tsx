import { useEffect, useRef } from 'react';
import { requests } from '../../../shared/requests';
import type { TriadProblem } from '../../../shared/triads/problem';
import type { WeighedRound } from '../../../shared/triads/weigh';
import { usePanel } from '../../panel-context';
import { Button } from '../../parts/button';
import { Column, Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { SecondsPassing } from '../../parts/seconds-passing';
import { Quiet } from '../../parts/text';
import { nearness } from './triad-words';
import type { Draft } from './triads-state';
import type { Triads } from './use-triads';

/** The service stops by itself after so long, and says how far it came. */
const seconds = 25;

interface ProofProps {
  readonly draft: Draft;
  readonly shown: WeighedRound;
  readonly triads: Triads;
}

/**
 * Asks whether any other triads of this round could be better: one call, which ends by itself and can be left. Where one
 * round was searched for, and its own bound leaves it open, it is asked at once.
 */
export function Proof({ draft, shown, triads }: ProofProps) {
  const { server } = usePanel();
  const { dispatch, run, cancel } = triads;
  const { proof } = triads.state;
  const prove = async (signal: AbortSignal): Promise<void> => {
    const answer = await server.call(requests.proveTriads, {
      problem: problemOfRound(draft, shown.round),
      triads: shown.triads.map(({ academies }) => [...academies]),
    });
    if (signal.aborted) return;
    if (!answer.ok) {
      dispatch({ type: 'refused', problem: answer.problem });
      return;
    }
    const { bound, better } = answer.value;
    const found = better?.rounds[0]?.triads.map(({ academies }) => [...academies]);
    dispatch({
      type: 'proved',
      bound,
      ...(found === undefined ? {} : { better: { round: shown.round, triads: found } }),
    });
  };
  const start = (): void => {
    dispatch({ type: 'prove', round: shown.round });
    run(prove);
  };
  const isOpen = !nearness(shown.cost, draft.bound).proved;
  const isQuiet = proof.is === 'not asked' && triads.state.tradeOffs.is === 'not asked';
  const asksItself = isQuiet && draft.rounds.length === 1 && !draft.byHand && isOpen;
  const asked = useRef<Draft>();
  useEffect(() => {
    if (!asksItself || asked.current === draft) return;
    asked.current = draft;
    start();
  });
  if (proof.is === 'running')
    return (
      <Column>
        <SecondsPassing words={`Proving round ${proof.round}, in seconds`} of={seconds} />
        <Row>
          <Button onClick={cancel}>Leave the proof</Button>
        </Row>
      </Column>
    );
  if (proof.is === 'answered' && proof.round === shown.round)
    return <Answer draft={draft} shown={shown} triads={triads} />;
  return (
    <Column gap="close">
      <Quiet>The exact solver can say whether any other triads of this round would be better.</Quiet>
      <Row>
        <Button onClick={start}>{`Prove round ${shown.round}`}</Button>
      </Row>
    </Column>
  );
}

function Answer({ draft, shown, triads: { state, dispatch } }: ProofProps) {
  const { proof } = state;
  if (proof.is !== 'answered') return null;
  const after = draft.rounds[0]?.round === shown.round ? '' : ' The rounds before it are taken as they stand.';
  if (proof.better !== undefined)
    return (
      <Message
        tone="info"
        act={<Button onClick={() => dispatch({ type: 'take better' })}>Take the better triads</Button>}
      >
        {`Better triads of round ${shown.round} were found.${after}`}
      </Message>
    );
  const { proved, words } = nearness(shown.cost, proof.bound);
  return <Message tone={proved ? 'success' : 'info'}>{`Round ${shown.round}. ${words}${after}`}</Message>;
}

/** One round as a problem of its own; what is planned before it stands in the history. */
function problemOfRound({ problem, rounds }: Draft, round: number): TriadProblem {
  const { locked, ...rest } = problem;
  const standing = (locked ?? []).filter((lock) => lock.round === round);
  return {
    ...rest,
    rounds: 1,
    history: [...problem.history, ...rounds.filter((one) => one.round < round)].map((one) => ({
      round: one.round,
      triads: one.triads.map((triad) => [...triad]),
    })),
    ...(standing.length === 0 ? {} : { locked: standing }),
  };
}
