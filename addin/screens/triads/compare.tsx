import { sumOf, type Weighed, weigh } from '../../../shared/triads/weigh';
import { QuietButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { Disclosure } from '../../parts/disclosure';
import { Row } from '../../parts/layout';
import { SideBySide } from '../../parts/side-by-side';
import { Facts, Quiet } from '../../parts/text';
import { counted } from '../counted';
import { AllRounds } from './all-rounds';
import { kilometresInWords, nameOfRule, repeatsInWords } from './triad-words';
import type { Draft } from './triads-state';

interface CompareProps {
  readonly draft: Draft;
  readonly kept: Draft;
  readonly onExchange: () => void;
  readonly onDrop: () => void;
}

/** Two plans beside each other, one below the other in a narrow pane. Each is weighed by the wishes of the first. */
export function Compare({ draft, kept, onExchange, onDrop }: CompareProps) {
  const now = weigh(draft.problem, draft.rounds);
  const then = weigh({ ...kept.problem, weights: draft.problem.weights }, kept.rounds);
  return (
    <section aria-label="Two plans compared">
      <SideBySide>
        <OnePlan title="On the table" draft={draft} weighed={now} />
        <OnePlan title="Kept aside" draft={kept} weighed={then} />
      </SideBySide>
      <Quiet>{difference(now, then)}</Quiet>
      <Row>
        <QuietButton onClick={onExchange}>Take the one kept aside</QuietButton>
        <QuietButton onClick={onDrop}>Forget the one kept aside</QuietButton>
      </Row>
    </section>
  );
}

function OnePlan({
  title,
  draft,
  weighed,
}: {
  readonly title: string;
  readonly draft: Draft;
  readonly weighed: Weighed;
}) {
  const longest = Math.max(0, ...weighed.rounds.flatMap(({ triads }) => triads.map(({ kilometres }) => kilometres)));
  return (
    <Card title={title}>
      <Facts
        facts={[
          { name: 'Rounds', value: String(weighed.rounds.length) },
          { name: 'Ways', value: kilometresInWords(weighed.kilometres) },
          { name: 'A round', value: kilometresInWords(weighed.kilometres / Math.max(1, weighed.rounds.length)) },
          { name: 'Longest', value: `${kilometresInWords(longest)} in one triad` },
          { name: 'Repeats', value: repeatsInWords(weighed.repeatedPairs) },
          ...weighed.rules
            .filter(({ rule, cost }) => cost > 0 && rule !== 'distance')
            .map(({ rule, cost }) => ({
              name: nameOfRule(rule),
              value: `costs ${cost.toLocaleString('en-GB', { maximumFractionDigits: 1 })}`,
            })),
        ]}
      />
      <Disclosure
        summary={`Its ${counted(sumOf(weighed.rounds.map(({ triads }) => triads.length)), 'triad', 'triads')}`}
      >
        <AllRounds problem={draft.problem} rounds={weighed.rounds} />
      </Disclosure>
    </Card>
  );
}

function difference(now: Weighed, then: Weighed): string {
  const far = now.kilometres - then.kilometres;
  const pairs = now.repeatedPairs - then.repeatedPairs;
  const ways =
    Math.abs(far) < 0.05 ? 'as far' : `${kilometresInWords(Math.abs(far))} ${far > 0 ? 'farther' : 'less far'}`;
  const repeats =
    pairs === 0 ? 'with as many repeats' : `with ${Math.abs(pairs)} ${pairs > 0 ? 'more' : 'fewer'} repeats`;
  return `The plan on the table goes ${ways}, ${repeats}, than the one kept aside.`;
}
