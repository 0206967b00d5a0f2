import { useId, useState } from 'react';
import type { InputIds } from './field';
import { colour, cssSet } from './style';

export interface PersonOption {
  readonly id: string;
  readonly name: string;
  /** Post and academy: two people may have one name. */
  readonly detail?: string | undefined;
}

export interface PersonChosen {
  readonly id: string;
  readonly name: string;
}

const drawn = cssSet({
  around: { position: 'relative' },
  list: {
    position: 'absolute',
    zIndex: 10,
    top: '100%',
    left: 0,
    right: 0,
    maxHeight: 240,
    overflowY: 'auto',
    margin: '2px 0 0',
    padding: 4,
    listStyle: 'none',
    background: colour.page,
    border: `1px solid ${colour.fieldLine}`,
    borderRadius: 4,
    boxShadow: '0 4px 12px rgba(0,0,0,.2)',
  },
  option: { padding: '6px 8px', borderRadius: 4, cursor: 'pointer', fontSize: 14, lineHeight: 20 },
  active: { background: colour.accentSoft, outline: `1px solid ${colour.accent}` },
  detail: { display: 'block', fontSize: 12, lineHeight: 16, color: colour.quiet },
  none: { padding: '6px 8px', fontSize: 14, lineHeight: 20, color: colour.quiet },
});

const most = 30;

function matching(people: readonly PersonOption[], typed: string): readonly PersonOption[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = ({ name, detail = '' }: PersonOption) =>
    words.every((word) => `${name} ${detail}`.toLowerCase().includes(word));
  return people.filter(holds).slice(0, most);
}

interface ComboProps {
  readonly ids: InputIds;
  readonly people: readonly PersonOption[];
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly onPick: (person: PersonChosen) => void;
  readonly onLeave: () => void;
  readonly disabled: boolean;
}

function Options({
  id,
  options,
  active,
  onPick,
}: {
  readonly id: string;
  readonly options: readonly PersonOption[];
  readonly active: number;
  readonly onPick: (person: PersonChosen) => void;
}) {
  return (
    <div id={id} role="listbox" aria-label="People" className={drawn.list}>
      {options.length === 0 ? <div className={drawn.none}>Nobody of that name works for us.</div> : null}
      {options.map((person, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input (aria-activedescendant)
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the input
        <div
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className={index === active ? `${drawn.option} ${drawn.active}` : drawn.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(person)}
        >
          {person.name}
          {person.detail === undefined ? null : <span className={drawn.detail}>{person.detail}</span>}
        </div>
      ))}
    </div>
  );
}

/** The combobox of the ARIA practices: focus stays in the input, arrows move, Enter takes, Escape closes. */
export function Combo({ ids, people, typed, onTyped, onPick, onLeave, disabled }: ComboProps) {
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const options = open ? matching(people, typed) : [];
  const pick = (person: PersonChosen) => {
    setOpen(false);
    onPick({ id: person.id, name: person.name });
  };
  const press = (key: string): boolean => {
    if (key === 'ArrowDown' && !open) setOpen(true);
    else if (!open) return false;
    else if (key === 'ArrowDown') setActive(Math.min(active + 1, options.length - 1));
    else if (key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (key === 'Escape') setOpen(false);
    else if (key === 'Enter' && options[active] !== undefined) pick(options[active]);
    else return false;
    return true;
  };
  return (
    <div className={drawn.around}>
      <input
        {...ids}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(open && options.length > 0 ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
        value={typed}
        placeholder="Type a name or a post"
        disabled={disabled}
        onFocus={(event) => event.target.select()}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setOpen(true);
          setActive(0);
          onTyped(event.target.value);
        }}
        onBlur={() => {
          setOpen(false);
          onLeave();
        }}
        onKeyDown={(event) => {
          if (press(event.key)) event.preventDefault();
        }}
      />
      {open ? <Options id={listId} options={options} active={active} onPick={pick} /> : null}
    </div>
  );
}
