import type { Answered } from '../answer';
import { Page } from '../parts/page';
import { WaitingFor } from './waiting-for';

/** The page of a form while what it needs is being read. */
export function FormOpening({
  title,
  asked,
  onBack,
}: {
  readonly title: string;
  readonly asked: Answered<unknown> & { readonly again: () => void };
  readonly onBack: () => void;
}) {
  return (
    <Page title={title} onBack={onBack}>
      <WaitingFor asked={asked} words="Opening the form…">
        {() => null}
      </WaitingFor>
    </Page>
  );
}
