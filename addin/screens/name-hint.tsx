import { findNames } from '../../shared/language/names';
import { Message } from '../parts/message';

/** Points out what looks like somebody's name, before it is saved. It never stops anybody. */
export function NameHint({
  texts,
  of = 'Findings name',
}: {
  readonly texts: readonly string[];
  /** What is written, with its verb. */
  readonly of?: string;
}) {
  const names = [...new Set(texts.flatMap((text) => findNames(text).map(({ words }) => words)))];
  if (names.length === 0) return null;
  const listed = names.map((name) => `"${name}"`).join(', ');
  return (
    <Message tone="warning">
      {`${listed} ${names.length === 1 ? 'looks like a name' : 'look like names'}. ${of} no pupils or colleagues: write the post or the class, e.g. "the English lead", "a pupil in Year 4".`}
    </Message>
  );
}
