import { useCallback, useState } from 'react';
import { requests } from '../../../shared/requests';
import { ok } from '../../../shared/result';
import { schoolYearOf } from '../../../shared/time/school-year';
import { useAsked } from '../../answer';
import { usePanel } from '../../panel-context';
import { Button, PrimaryButton } from '../../parts/button';
import { Checkboxes } from '../../parts/checkbox';
import { Choice } from '../../parts/choice';
import { EmptyState } from '../../parts/empty-state';
import { Column, Row } from '../../parts/layout';
import { Page } from '../../parts/page';
import { Quiet } from '../../parts/text';
import { useRouter } from '../../router';
import type { ScreenProps } from '..';
import { counted } from '../counted';
import { today } from '../today';
import { WaitingFor } from '../waiting-for';
import { type AppraisalLine, appraisalLines, isAgreed } from './appraisal-list';
import { FillResults } from './fill-results';
import { useFillMany } from './use-fill-many';

interface Template {
  readonly id: string;
  readonly name: string;
}

/** Copies of a template from the library, filled on the server for one principal or for several. */
export function Screen({ given }: ScreenProps) {
  const { server } = usePanel();
  const { back } = useRouter();
  const year = given['year'] ?? schoolYearOf(today());
  const asked = useAsked(
    useCallback(async () => {
      const [templates, appraisals] = await Promise.all([
        server.call(requests.templates, {}),
        server.call(requests.appraisals, { year }),
      ]);
      if (!templates.ok) return templates;
      if (!appraisals.ok) return appraisals;
      return ok({ templates: templates.value.templates, lines: appraisalLines(appraisals.value).filter(isAgreed) });
    }, [server, year]),
  );
  return (
    <Page title="Fill a template" onBack={back}>
      <WaitingFor asked={asked} words="Reading templates and objectives…">
        {(found) =>
          found.templates.length === 0 ? (
            <EmptyState icon="document" title="No template in the library yet">
              Put a Word document with tagged content controls into the folder “Templates” of the trust's library.
            </EmptyState>
          ) : (
            <Fill {...found} first={given['objective']} />
          )
        }
      </WaitingFor>
    </Page>
  );
}

interface FillProps {
  readonly templates: readonly Template[];
  readonly lines: readonly AppraisalLine[];
  /** The objective that one came from. */
  readonly first: string | undefined;
}

function Fill({ templates, lines, first }: FillProps) {
  const { server } = usePanel();
  const [template, setTemplate] = useState(templates.length === 1 ? (templates[0]?.id ?? '') : '');
  const [chosen, setChosen] = useState<readonly string[]>(first === undefined ? [] : [first]);
  const filling = useFillMany(server);
  const toFill = lines.flatMap(({ person, objective }) =>
    objective !== undefined && chosen.includes(objective.key) ? [{ objective: objective.key, name: person.name }] : [],
  );
  if (filling.state !== undefined)
    return <FillResults {...filling.state} onStop={filling.stop} onAgain={filling.clear} />;
  if (lines.length === 0)
    return (
      <EmptyState icon="target" title="No agreed objective in this year">
        An objective goes into documents once both agreed that it is realistic.
      </EmptyState>
    );
  return (
    <Column>
      <Choice
        label="Template"
        value={template}
        options={templates.map(({ id, name }) => ({ key: id, text: name }))}
        onChange={setTemplate}
      />
      <Everybody lines={lines} chosen={chosen} onChange={setChosen} />
      <Checkboxes
        label="For whom"
        value={chosen}
        options={lines.flatMap(({ person, academy, objective }) =>
          objective === undefined ? [] : [{ key: objective.key, text: `${person.name}, ${academy}` }],
        )}
        onChange={setChosen}
      />
      <Quiet>Each gets a copy of its own in the confidential library. The template stays as it is.</Quiet>
      <Row>
        <PrimaryButton
          disabled={template === '' || toFill.length === 0}
          onClick={() => filling.start(template, toFill)}
        >
          {toFill.length === 0 ? 'Fill' : `Fill ${counted(toFill.length, 'document', 'documents')}`}
        </PrimaryButton>
      </Row>
    </Column>
  );
}

/** All at once, where there are many. */
function Everybody({
  lines,
  chosen,
  onChange,
}: {
  readonly lines: readonly AppraisalLine[];
  readonly chosen: readonly string[];
  readonly onChange: (keys: readonly string[]) => void;
}) {
  const all = lines.flatMap(({ objective }) => (objective === undefined ? [] : [objective.key]));
  const everybody = all.every((key) => chosen.includes(key));
  return (
    <Row>
      <Button onClick={() => onChange(everybody ? [] : all)}>
        {everybody ? 'Select nobody' : `Select everybody (${all.length})`}
      </Button>
    </Row>
  );
}
