import { agendaFrom, lineOfPoint } from '../../../shared/meetings/notes';
import { britishDate } from '../../../shared/time/british-date';
import { Button, PrimaryButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { Message } from '../../parts/message';
import { Points } from '../../parts/text';
import { Toolbar } from '../../parts/toolbar';
import { useRouter } from '../../router';
import { counted } from '../counted';
import type { Register } from '../register/register-state';
import type { StoredMeeting } from './meeting-list';

/** What is done with a meeting on its day and after: who came, who goes in whose place, what was agreed. */
export function Living({ meeting, register }: { readonly meeting: StoredMeeting; readonly register: Register }) {
  const { go } = useRouter();
  const { key, record } = meeting;
  const { rows, open, may, last } = register;
  const points = record.openPoints ?? [];
  const mayTake = open && rows.some((row) => row.may.say);
  return (
    <>
      <WhoCame register={register} />
      {last === undefined || last.openPoints.length === 0 || open ? null : (
        <Card title={`Open since ${britishDate(last.date)}`}>
          <Points points={last.openPoints.map(lineOfPoint)} />
        </Card>
      )}
      {points.length === 0 ? null : (
        <Card title="Open points">
          <Points points={points.map(lineOfPoint)} />
        </Card>
      )}
      <Toolbar label="On the day and after">
        {mayTake ? <PrimaryButton onClick={() => go('register', { key })}>Who came</PrimaryButton> : null}
        {!mayTake && may.addAcademy ? <Button onClick={() => go('register', { key })}>Who is coming</Button> : null}
        {rows.some((row) => row.may.nameSubstitute) ? (
          <Button onClick={() => go('substitute', { key })}>Name a substitute</Button>
        ) : null}
        {may.writeNotes ? <Button onClick={() => go('notes', { key })}>Notes and files</Button> : null}
      </Toolbar>
    </>
  );
}

/** What the register says so far. */
function WhoCame({ register: { rows } }: { readonly register: Register }) {
  const said = rows.filter((row) => row.said !== undefined);
  const missing = said.filter((row) => row.said?.represented === 'no').map(({ name }) => name);
  const open = rows.length - said.length;
  if (said.length === 0) return null;
  return (
    <Message tone={open === 0 && missing.length === 0 ? 'success' : 'info'}>
      {`${said.length - missing.length} of ${counted(rows.length, 'academy', 'academies')} represented.`}
      {missing.length === 0 ? '' : ` Not: ${missing.join(', ')}.`}
      {open === 0 ? '' : ` Of ${open} nobody has said yet.`}
    </Message>
  );
}

/** How an agenda begins that nobody has begun: with what was left open last time. */
export function beginning({ last }: Register): string | undefined {
  return last === undefined || last.openPoints.length === 0 ? undefined : agendaFrom(last.openPoints);
}
