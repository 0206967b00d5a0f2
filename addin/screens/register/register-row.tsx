import { useEffect, useState } from 'react';
import type { RepresentedAs } from '../../../shared/records/attendance';
import type { DirectoryPerson } from '../../directory';
import { QuietButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { Row } from '../../parts/layout';
import { PersonPicker } from '../../parts/people-picker';
import { Quiet } from '../../parts/text';
import { TextField } from '../../parts/text-field';
import { Toggles } from '../../parts/toggles';
import { NameHint } from '../name-hint';
import { type RegisterRow, tapped, type Wanted } from './register-state';
import { answersInWords, cameInWords } from './register-words';

const options: readonly { readonly key: RepresentedAs; readonly text: string }[] = [
  { key: 'yes', text: 'Represented' },
  { key: 'by a deputy', text: 'Deputy' },
  { key: 'no', text: 'Not' },
];

interface RowProps {
  readonly row: RegisterRow;
  readonly said: Wanted;
  readonly people: readonly DirectoryPerson[];
  readonly onSay: (wanted: Wanted) => void;
}

/** One academy: one tap says whether somebody was there. */
export function RegisterLine({ row, said, people, onSay }: RowProps) {
  const { represented } = said;
  return (
    <Card title={row.name}>
      <Quiet>{represented === undefined ? answersInWords(row) : cameInWords(said)}</Quiet>
      {row.may.say ? (
        <Toggles
          label={row.name}
          options={options}
          pressed={represented}
          likely={row.suggested?.represented}
          onPress={(key) => key !== represented && onSay(tapped(row, key))}
        />
      ) : null}
      {row.may.say && represented === 'no' ? <WhyNot name={row.name} said={said} onSay={onSay} /> : null}
      {row.may.say && represented !== undefined && represented !== 'no' ? (
        <WhoCame row={row} said={said} people={people} onSay={onSay} />
      ) : null}
    </Card>
  );
}

/** Kept on leaving the field: every save is a version. */
function WhyNot({
  name,
  said,
  onSay,
}: {
  readonly name: string;
  readonly said: Wanted;
  readonly onSay: RowProps['onSay'];
}) {
  const kept = said.because ?? '';
  const [typed, setTyped] = useState(kept);
  useEffect(() => setTyped(kept), [kept]);
  const save = (): void => {
    const because = typed.trim();
    if (because === kept || because.length > 255) return;
    onSay({ represented: 'no', ...(because === '' ? {} : { because }) });
  };
  return (
    <>
      <TextField
        label={`Why nobody could come from ${name}`}
        optional
        help="A few kind words, e.g. a visit on the same day. No health details, no names."
        most={255}
        value={typed}
        onChange={setTyped}
        onLeave={save}
      />
      <NameHint texts={[typed]} of="The register names" />
    </>
  );
}

function WhoCame({ row, said, people, onSay }: RowProps) {
  const [choosing, setChoosing] = useState(false);
  if (!choosing)
    return (
      <Row>
        <QuietButton label={`Somebody else came from ${row.name}`} onClick={() => setChoosing(true)}>
          Somebody else came
        </QuietButton>
      </Row>
    );
  return (
    <PersonPicker
      label={`Who came from ${row.name}`}
      people={people.filter(({ academy }) => academy === row.academy)}
      value={said.by}
      onChange={(by) => {
        if (by === undefined) return;
        setChoosing(false);
        onSay({ ...said, by });
      }}
    />
  );
}
