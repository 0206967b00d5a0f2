import { useState } from 'react';
import type { TriadProblem } from '../../../shared/triads/problem';
import { byUrn } from '../../../shared/triads/weigh';
import { Button, QuietButton } from '../../parts/button';
import { AcademyPicker } from '../../parts/choice';
import { Disclosure } from '../../parts/disclosure';
import { Column, Row } from '../../parts/layout';
import { Quiet, Text } from '../../parts/text';
import { useRouter } from '../../router';
import { byName } from './academy-names';

type Apart = TriadProblem['apart'];

/** Pairs that never review each other. What is added here counts for this plan; the trust's settings keep it. */
export function NeverTogether({
  wishes,
  onChange,
}: {
  readonly wishes: TriadProblem;
  readonly onChange: (apart: Apart) => void;
}) {
  const { go } = useRouter();
  const [one, setOne] = useState('');
  const [other, setOther] = useState('');
  const academies = byName(wishes.academies);
  const names = byUrn(wishes);
  const ready = one !== '' && other !== '' && one !== other;
  return (
    <Disclosure summary={`Never together (${wishes.apart.length})`}>
      <Quiet>
        An infant and a junior school on one site, relatives, a secondment. Added here they count for this plan; to keep
        them, write them into the settings of our trust.
      </Quiet>
      <Row>
        <QuietButton icon="edit" onClick={() => go('records', { kind: 'trust' })}>
          Settings of our trust
        </QuietButton>
      </Row>
      {wishes.apart.map(([first, second]) => {
        const words = `${names.get(first)?.name ?? first} and ${names.get(second)?.name ?? second}`;
        return (
          <Row key={`${first}-${second}`} apart>
            <Text>{words}</Text>
            <QuietButton
              icon="remove"
              label={`Remove ${words}`}
              onClick={() => onChange(wishes.apart.filter((pair) => pair[0] !== first || pair[1] !== second))}
            >
              Remove
            </QuietButton>
          </Row>
        );
      })}
      <Column gap="close">
        <AcademyPicker label="Academy" academies={academies} value={one} onChange={setOne} />
        <AcademyPicker
          label="Never with"
          academies={academies}
          value={other}
          problem={one !== '' && one === other ? 'Choose two different academies.' : undefined}
          onChange={setOther}
        />
      </Column>
      <Row>
        <Button
          disabled={!ready}
          onClick={() => {
            onChange([...wishes.apart, [one, other]]);
            setOne('');
            setOther('');
          }}
        >
          Keep them apart
        </Button>
      </Row>
    </Disclosure>
  );
}
