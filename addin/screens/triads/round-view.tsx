import type { TriadProblem } from '../../../shared/triads/problem';
import { byUrn, type WeighedRound, type WeighedTriad } from '../../../shared/triads/weigh';
import { Badge } from '../../parts/badge';
import { QuietButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { AcademyPicker } from '../../parts/choice';
import { ChooseLines } from '../../parts/choose-lines';
import { Column, Row } from '../../parts/layout';
import { PlaceMap } from '../../parts/map';
import { More } from '../../parts/more';
import { ScreenOnly } from '../../parts/print';
import { Quiet } from '../../parts/text';
import { byName, shortNames } from './academy-names';
import { isLocked, type Lock, type Wanted } from './moves';
import { kilometresInWords, nameOfTriad, repeatsInWords } from './triad-words';

/** More academies than one sees at a glance. */
const many = 18;

interface RoundViewProps {
  readonly problem: TriadProblem;
  readonly round: WeighedRound;
  readonly locked: readonly Lock[];
  readonly wanted: Partial<Wanted> | undefined;
  readonly busy: boolean;
  readonly onWant: (wanted: Partial<Wanted> | undefined) => void;
  readonly onLock: (triad: readonly string[]) => void;
}

/** One round: on the map, and as the list that says the same in words. */
export function RoundView({ problem, round, locked, wanted, busy, onWant, onLock }: RoundViewProps) {
  const academies = byUrn(problem);
  const placed = problem.academies.filter(({ easting, northing }) => easting !== undefined && northing !== undefined);
  const names = shortNames(placed.map(({ name }) => name));
  const choose = (academy: string): void =>
    onWant(wanted?.academy === academy ? undefined : { round: round.round, academy });
  return (
    <Column>
      {placed.length < 2 ? null : (
        <PlaceMap
          label={`Map of the ${round.triads.length} triads of round ${round.round}. The list below says the same in words.`}
          places={placed.map(({ urn, easting = 0, northing = 0 }, at) => ({
            key: urn,
            name: names[at] ?? urn,
            easting,
            northing,
          }))}
          groups={round.triads.map((triad) => triad.academies)}
          chosen={wanted?.academy}
          marked={wanted?.to}
          onChoose={busy ? undefined : choose}
          onDrop={busy ? undefined : (academy, to) => onWant({ round: round.round, academy, to })}
        />
      )}
      <ScreenOnly>
        <Quiet>Drag an academy to another triad, or choose it in the list.</Quiet>
        {problem.academies.length <= many ? null : (
          <AcademyPicker
            label="Find an academy"
            academies={byName(problem.academies)}
            value={wanted?.academy ?? ''}
            disabled={busy}
            onChange={(academy) => onWant(academy === '' ? undefined : { round: round.round, academy })}
          />
        )}
        <More of={round.triads} atOnce={12} what="triads">
          {(some) => (
            <Column gap="close">
              {some.map((triad, at) => (
                <OneTriad
                  key={triad.academies.join('-')}
                  triad={triad}
                  name={nameOfTriad(at, triad.academies.length)}
                  nameOf={(urn) => academies.get(urn)?.name ?? urn}
                  locked={isLocked(locked, round.round, triad.academies)}
                  chosen={wanted?.academy}
                  onChoose={choose}
                  onLock={() => onLock(triad.academies)}
                />
              ))}
            </Column>
          )}
        </More>
      </ScreenOnly>
    </Column>
  );
}

interface OneTriadProps {
  readonly triad: WeighedTriad;
  readonly name: string;
  readonly nameOf: (urn: string) => string;
  readonly locked: boolean;
  readonly chosen: string | undefined;
  readonly onChoose: (urn: string) => void;
  readonly onLock: () => void;
}

function OneTriad({ triad, name, nameOf, locked, chosen, onChoose, onLock }: OneTriadProps) {
  const repeated = triad.repeats.map(([one, other]) => `${nameOf(one)} and ${nameOf(other)} have met before.`);
  return (
    <Card title={name} beside={<Badge>{kilometresInWords(triad.kilometres)}</Badge>}>
      <ChooseLines
        label={`Academies of ${name}`}
        lines={triad.academies.map((urn) => ({ key: urn, text: nameOf(urn) }))}
        chosen={chosen}
        onChoose={onChoose}
      />
      {repeated.length === 0 ? null : <Badge tone="warning">{repeatsInWords(repeated.length)}</Badge>}
      {repeated.map((sentence) => (
        <Quiet key={sentence}>{sentence}</Quiet>
      ))}
      <Row>
        <QuietButton label={locked ? `Unlock ${name}` : `Lock ${name}`} onClick={onLock}>
          {locked ? 'Unlock' : 'Lock'}
        </QuietButton>
        {locked ? <Badge tone="info">Locked</Badge> : null}
      </Row>
    </Card>
  );
}
