import type { TriadProblem, TriadWeights } from '../../../shared/triads/problem';
import { Checkbox } from '../../parts/checkbox';
import { Choice } from '../../parts/choice';
import { Column } from '../../parts/layout';
import { Slider } from '../../parts/slider';
import { Radio } from '../../parts/yes-no';
import { counted } from '../counted';
import { NeverTogether } from './never-together';
import { yearOfRound } from './rounds-and-years';

interface WishesProps {
  readonly wishes: TriadProblem;
  readonly hubs: number;
  readonly yearNow: string;
  readonly onChange: (wishes: TriadProblem) => void;
}

const mostRounds = 10;

/** What a plan is looked for by: how many rounds, and what each wish is worth. */
export function Wishes({ wishes, hubs, yearNow, onChange }: WishesProps) {
  const { weights } = wishes;
  const weigh = (more: Partial<TriadWeights>): void => onChange({ ...wishes, weights: { ...weights, ...more } });
  return (
    <Column>
      <Choice
        label="Rounds to plan"
        value={String(wishes.rounds)}
        options={Array.from({ length: mostRounds }, (_, at) => ({
          key: String(at + 1),
          text: at === 0 ? '1 round' : `${at + 1} rounds together`,
        }))}
        help={`After ${counted(wishes.history.length, 'earlier round', 'earlier rounds')}; a round is usually one school year. The first would be ${yearOfRound(wishes, 0, yearNow)}.`}
        onChange={(rounds) => {
          if (rounds !== '') onChange({ ...wishes, rounds: Number(rounds) });
        }}
      />
      <Slider
        label="Short ways"
        help={
          weights.distance === 0
            ? 'The way does not count.'
            : 'Kilometres between the academies of a triad, added up. 1 counts them as they are.'
        }
        value={weights.distance}
        most={3}
        step={0.5}
        words={weights.distance === 0 ? 'off' : `× ${weights.distance}`}
        onChange={(distance) => weigh({ distance })}
      />
      <Kilometres
        label="Fresh partners"
        help="So many kilometres may be driven more to save one pair from meeting again."
        value={weights.repeats}
        most={200}
        onChange={(repeats) => weigh({ repeats })}
      />
      <Phases weights={weights} onChange={weigh} />
      {wishes.academies.some(({ strengths }) => (strengths ?? []).length > 0) ? (
        <Kilometres
          label="Strengths beside needs"
          help="What it is worth that a need sits beside a strength."
          value={weights.strengths}
          onChange={(strengths) => weigh({ strengths })}
        />
      ) : null}
      {wishes.academies.some(({ isNew }) => isNew === true) ? (
        <Kilometres
          label="Newcomers beside experienced academies"
          help="What it is worth that two who joined in the last year are not together."
          value={weights.newcomers}
          onChange={(newcomers) => weigh({ newcomers })}
        />
      ) : null}
      {hubs === 0 ? null : (
        <Checkbox
          label="Triads keep within their hub"
          value={wishes.withinHubs}
          onChange={(withinHubs) => onChange({ ...wishes, withinHubs })}
        />
      )}
      {wishes.academies.length % 3 === 0 && !wishes.withinHubs ? null : (
        <Checkbox
          label="Pairs instead of fours where the number does not divide by three"
          value={wishes.pairsAllowed}
          onChange={(pairsAllowed) => onChange({ ...wishes, pairsAllowed })}
        />
      )}
      <NeverTogether wishes={wishes} onChange={(apart) => onChange({ ...wishes, apart })} />
    </Column>
  );
}

function Phases({
  weights: { phases },
  onChange,
}: {
  readonly weights: TriadWeights;
  readonly onChange: (more: Partial<TriadWeights>) => void;
}) {
  return (
    <>
      <Radio
        label="Phases in a triad"
        value={phases.wish}
        options={[
          { key: 'off', text: 'Do not matter' },
          { key: 'mixed', text: 'Mixed' },
          { key: 'matched', text: 'Alike' },
        ]}
        onChange={(wish) =>
          onChange({ phases: { wish, weight: wish === 'off' ? 0 : phases.weight === 0 ? 20 : phases.weight } })
        }
      />
      {phases.wish === 'off' ? null : (
        <Kilometres
          label={phases.wish === 'mixed' ? 'Mixed phases' : 'Phases alike'}
          help="What it is worth for each pair."
          value={phases.weight}
          onChange={(weight) => onChange({ phases: { ...phases, weight } })}
        />
      )}
    </>
  );
}

interface KilometresProps {
  readonly label: string;
  readonly help: string;
  readonly value: number;
  readonly most?: number;
  readonly onChange: (kilometres: number) => void;
}

/** What a wish is worth, in kilometres. */
function Kilometres({ most = 100, ...rest }: KilometresProps) {
  return <Slider {...rest} most={most} step={5} words={rest.value === 0 ? 'off' : `${rest.value} km`} />;
}
