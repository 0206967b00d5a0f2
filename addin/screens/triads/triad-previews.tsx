import { britishDay } from '../../../shared/time/british-date';
import { Disclosure } from '../../parts/disclosure';
import { Message } from '../../parts/message';
import { Points, Quiet } from '../../parts/text';
import { counted } from '../counted';
import type { PublishedTriad } from './publish-state';

/** The reviews that publishing triads would make, triad by triad, before anything is kept. */
export function TriadPreviews({ made }: { readonly made: readonly PublishedTriad[] }) {
  return (
    <>
      <Assumed made={made} />
      {made.map((one) => (
        <OnePreview key={one.name} made={one} />
      ))}
    </>
  );
}

function Assumed({ made }: { readonly made: readonly PublishedTriad[] }) {
  const years = [...new Set(made.flatMap(({ answer }) => answer.assumed))];
  if (years.length === 0) return null;
  return (
    <Message tone="warning">
      {`Nobody has imported the school dates of ${years.join(' and ')} yet, so these dates are guessed from this year's.`}
    </Message>
  );
}

function OnePreview({ made: { name, answer } }: { readonly made: PublishedTriad }) {
  return (
    <Disclosure summary={`${name}: ${counted(answer.reviews.length, 'review', 'reviews')}`}>
      <Points
        points={answer.reviews.map(
          ({ title, lead, champion, stages }) =>
            `${title}: visit ${visitOf(stages)}, led by ${lead.name}${champion === undefined ? '' : `; workshop by ${champion.name}`}`,
        )}
      />
      <Quiet>Every academy is host once.</Quiet>
    </Disclosure>
  );
}

function visitOf(stages: PublishedTriad['answer']['reviews'][number]['stages']): string {
  const visit = stages.find(({ step }) => step === 'visit');
  if (visit === undefined) return 'to be agreed';
  const busy = visit.busy.length === 0 ? '' : ` (${visit.busy.join(', ')} cannot come as the calendar stands)`;
  return `on ${britishDay(visit.on)}${busy}`;
}
