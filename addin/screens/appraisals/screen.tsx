import { useMemo, useState } from 'react';
import { requests } from '../../../shared/requests';
import { schoolYearOf } from '../../../shared/time/school-year';
import { useAnswer } from '../../answer';
import { Badge } from '../../parts/badge';
import { Button, PrimaryButton } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { EmptyState } from '../../parts/empty-state';
import { Column } from '../../parts/layout';
import { List, type ListLine } from '../../parts/list';
import { More } from '../../parts/more';
import { Page } from '../../parts/page';
import { TextField } from '../../parts/text-field';
import { Toolbar } from '../../parts/toolbar';
import { type Router, useRouter } from '../../router';
import type { ScreenProps } from '..';
import { SchoolYearChoice } from '../school-year-choice';
import { today } from '../today';
import { WaitingFor } from '../waiting-for';
import {
  type AppraisalLine,
  type Appraisals,
  appraisalLines,
  foundLines,
  isAgreed,
  type Shown,
  shown,
} from './appraisal-list';

/** Principals and their trust-wide objectives of a year. */
export function Screen({ given }: ScreenProps) {
  const { back } = useRouter();
  const [year, setYear] = useState(() => given['year'] ?? schoolYearOf(today()));
  const asked = useAnswer(requests.appraisals, { year });
  return (
    <Page title="Appraisal objectives" onBack={back}>
      <SchoolYearChoice value={year} onChange={setYear} />
      <WaitingFor asked={asked} words="Reading principals and objectives…">
        {(appraisals) => <Principals year={year} appraisals={appraisals} />}
      </WaitingFor>
    </Page>
  );
}

function Principals({ year, appraisals }: { readonly year: string; readonly appraisals: Appraisals }) {
  const router = useRouter();
  const [words, setWords] = useState('');
  const [which, setWhich] = useState<Shown>('everybody');
  const lines = useMemo(() => appraisalLines(appraisals), [appraisals]);
  const found = foundLines(lines, words, which);
  if (lines.length === 0)
    return (
      <EmptyState icon="person" title="Nobody is known yet">
        The trust office imports people and posts first; principals are found by their level.
      </EmptyState>
    );
  return (
    <Column>
      <Toolbar label="Objectives">
        <PrimaryButton
          icon="document"
          disabled={!lines.some(isAgreed)}
          onClick={() => router.go('fillTemplate', { year })}
        >
          Fill a template
        </PrimaryButton>
        <Button icon="add" onClick={() => router.go('changeRecord', { kind: 'objective' })}>
          Write an objective
        </Button>
      </Toolbar>
      <TextField label="Find a name or an academy" value={words} onChange={setWords} />
      <Choice
        label="Show"
        value={which}
        options={shown.map((one) => ({ key: one, text: `Principals: ${one} (${foundLines(lines, '', one).length})` }))}
        onChange={(key) => setWhich(shown.find((one) => one === key) ?? 'everybody')}
      />
      {found.length === 0 ? (
        <EmptyState icon="search" title="Nobody fits">
          Type less of the name, or show everybody.
        </EmptyState>
      ) : (
        <More of={found} what="lines">
          {(some) => <List label="Principals" lines={some.map((line) => toListLine(line, router))} />}
        </More>
      )}
    </Column>
  );
}

function toListLine({ id, person, academy, objective }: AppraisalLine, { go }: Router): ListLine {
  if (objective === undefined)
    return { key: id, title: person.name, detail: `${academy}: no objective yet`, icon: 'person' };
  return {
    key: id,
    title: person.name,
    detail: `${academy}: ${shortened(objective.record.text)}`,
    icon: 'target',
    end: <Badge tone={objective.record.state === 'draft' ? 'quiet' : 'success'}>{objective.record.state}</Badge>,
    onOpen: () => go('objective', { key: objective.key }),
  };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 90 ? line : `${line.slice(0, line.lastIndexOf(' ', 88))} …`;
}
