import type { TriadsAtHand } from '../../../shared/triads/at-hand';
import { Button, PrimaryButton } from '../../parts/button';
import { Disclosure } from '../../parts/disclosure';
import { Column, Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { ScreenOnly } from '../../parts/print';
import { ShareDone } from '../../parts/progress';
import { Quiet } from '../../parts/text';
import { counted } from '../counted';
import { OnTheTable } from './on-the-table';
import { Refusal } from './refusal';
import { triadsInWorker } from './triads-in-worker';
import { isStale } from './triads-state';
import { type Triads, useTriads } from './use-triads';
import { Wishes } from './wishes';

/** Wishes above, the plan below; both stay in sight while the planner looks for something better. */
export function Planner({ atHand, onPublished }: { readonly atHand: TriadsAtHand; readonly onPublished: () => void }) {
  const triads = useTriads(atHand.problem, triadsInWorker);
  const { state, dispatch } = triads;
  const { wishes, draft } = state;
  return (
    <Column>
      <ScreenOnly>
        <Quiet>
          {`${counted(wishes.academies.length, 'academy', 'academies')}, ${counted(wishes.history.length, 'earlier round', 'earlier rounds')}.`}
        </Quiet>
        <Unplaced triads={triads} />
        {draft === undefined && state.searching === undefined ? (
          <Wishes
            wishes={wishes}
            hubs={atHand.hubs.length}
            yearNow={atHand.year}
            onChange={(next) => dispatch({ type: 'wish', wishes: next })}
          />
        ) : (
          <Disclosure summary="Rounds and wishes">
            <Wishes
              wishes={wishes}
              hubs={atHand.hubs.length}
              yearNow={atHand.year}
              onChange={(next) => dispatch({ type: 'wish', wishes: next })}
            />
          </Disclosure>
        )}
        {state.refused === undefined ? null : <Refusal problem={state.refused} wishes={wishes} />}
        <Search triads={triads} />
      </ScreenOnly>
      {draft === undefined ? null : (
        <OnTheTable draft={draft} triads={triads} atHand={atHand} onPublished={onPublished} />
      )}
    </Column>
  );
}

/** The way is counted by eastings and northings: who has none is named. */
function Unplaced({ triads: { state, dispatch } }: { readonly triads: Triads }) {
  const { wishes } = state;
  const unplaced = wishes.academies.filter(({ easting, northing }) => easting === undefined || northing === undefined);
  if (unplaced.length === 0 || wishes.weights.distance === 0) return null;
  const leaveOut = (): void =>
    dispatch({ type: 'wish', wishes: { ...wishes, weights: { ...wishes.weights, distance: 0 } } });
  return (
    <Message tone="warning" act={<Button onClick={leaveOut}>Leave the way out of account</Button>}>
      {`Easting and northing are missing for ${unplaced.map(({ name }) => name).join(', ')}. Import them from Get Information About Schools, or leave the way out of account.`}
    </Message>
  );
}

function Search({ triads }: { readonly triads: Triads }) {
  const { state, search, cancel } = triads;
  if (state.searching !== undefined)
    return (
      <Column>
        <ShareDone words="Looking for better triads" share={state.searching} />
        <Row>
          <Button onClick={cancel}>{state.draft === undefined ? 'Cancel' : 'Stop here'}</Button>
        </Row>
      </Column>
    );
  const stands = state.locked.length;
  return (
    <Column gap="close">
      {isStale(state) ? <Message tone="info">The wishes are newer than the plan below.</Message> : null}
      <Row>
        <PrimaryButton icon={state.draft === undefined ? 'search' : 'again'} onClick={() => search()}>
          {state.draft === undefined
            ? 'Find triads'
            : stands === 0
              ? 'Find triads again'
              : `Plan the rest again, ${counted(stands, 'triad', 'triads')} locked`}
        </PrimaryButton>
      </Row>
    </Column>
  );
}
