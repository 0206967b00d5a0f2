import { useMemo } from 'react';
import type { TriadsAtHand } from '../../../shared/triads/at-hand';
import { weigh } from '../../../shared/triads/weigh';
import { Button } from '../../parts/button';
import { Column } from '../../parts/layout';
import { PaperOnly, ScreenOnly } from '../../parts/print';
import { Tabs } from '../../parts/tabs';
import { Quiet } from '../../parts/text';
import { Toolbar } from '../../parts/toolbar';
import { AllRounds } from './all-rounds';
import { Compare } from './compare';
import { MovePanel } from './move-panel';
import { PlanFacts } from './plan-facts';
import { Proof } from './proof';
import { Publish } from './publish';
import { RoundView } from './round-view';
import { yearOfRound } from './rounds-and-years';
import { TradeOffs } from './trade-offs';
import { kilometresInWords, repeatsInWords } from './triad-words';
import type { Draft } from './triads-state';
import type { Triads } from './use-triads';

interface OnTheTableProps {
  readonly draft: Draft;
  readonly triads: Triads;
  readonly atHand: TriadsAtHand;
  readonly onPublished: () => void;
}

/** A plan: how good it is, its rounds, and what can be done with it. */
export function OnTheTable({ draft, triads, atHand, onPublished }: OnTheTableProps) {
  const { state, dispatch, search, showTradeOffs, cancel } = triads;
  const { kept } = state;
  const weighed = useMemo(() => weigh(draft.problem, draft.rounds), [draft]);
  const shown = weighed.rounds.find(({ round }) => round === state.round) ?? weighed.rounds[0];
  const busy = state.searching !== undefined;
  const at = weighed.rounds.findIndex(({ round }) => round === shown?.round);
  return (
    <Column gap="wide">
      <PlanFacts draft={draft} weighed={weighed} />
      <Tabs
        label="Rounds"
        tabs={weighed.rounds.map(({ round }) => ({ key: round, text: `Round ${round}` }))}
        open={shown?.round ?? state.round}
        onOpen={(round) => dispatch({ type: 'show', round })}
      >
        {shown === undefined ? null : (
          <>
            <Quiet>{`${kilometresInWords(shown.kilometres)}; ${repeatsInWords(shown.repeatedPairs)}.`}</Quiet>
            {busy || state.wanted?.academy === undefined ? null : (
              <ScreenOnly>
                <MovePanel
                  problem={draft.problem}
                  rounds={draft.rounds}
                  locked={state.locked}
                  round={shown.round}
                  academy={state.wanted.academy}
                  to={state.wanted.to}
                  onWant={(wanted) => dispatch({ type: 'want', wanted })}
                  onMove={(move) => dispatch({ type: 'move', move })}
                />
              </ScreenOnly>
            )}
            <RoundView
              problem={draft.problem}
              round={shown}
              locked={state.locked}
              wanted={state.wanted}
              busy={busy}
              onWant={(wanted) => dispatch({ type: 'want', wanted })}
              onLock={(triad) => dispatch({ type: 'lock', round: shown.round, triad })}
            />
          </>
        )}
      </Tabs>
      <PaperOnly>
        <AllRounds problem={draft.problem} rounds={weighed.rounds} />
      </PaperOnly>
      {busy ? null : (
        <ScreenOnly>
          <Toolbar label="With this plan">
            {state.undo.length === 0 ? null : (
              <Button onClick={() => dispatch({ type: 'undo' })}>Undo the last move</Button>
            )}
            <Button onClick={() => dispatch({ type: 'keep' })}>Keep aside to compare</Button>
            <Button onClick={() => window.print()}>Print</Button>
          </Toolbar>
          {kept === undefined ? null : (
            <Compare
              draft={draft}
              kept={kept}
              onExchange={() => dispatch({ type: 'exchange' })}
              onDrop={() => dispatch({ type: 'drop kept' })}
            />
          )}
          <TradeOffs
            tradeOffs={state.tradeOffs}
            repeatsNow={draft.problem.weights.repeats}
            onShow={showTradeOffs}
            onCancel={cancel}
            onTake={(repeats) => search({ ...state.wishes, weights: { ...state.wishes.weights, repeats } })}
          />
          {shown === undefined ? null : <Proof draft={draft} shown={shown} triads={triads} />}
          <Publish
            key={`${shown?.round}-${draft.rounds.length}`}
            problem={draft.problem}
            rounds={weighed.rounds}
            round={shown?.round ?? state.round}
            year={yearOfRound(atHand.problem, Math.max(0, at), atHand.year)}
            yearNow={atHand.year}
            onPublished={onPublished}
          />
        </ScreenOnly>
      )}
    </Column>
  );
}
