import { useCallback } from 'react';
import type { InputOf, requests } from '../../../shared/requests';
import { ok } from '../../../shared/result';
import { useAsked } from '../../answer';
import { type Me, usePanel } from '../../panel-context';
import { Choice } from '../../parts/choice';
import { Column } from '../../parts/layout';
import { PersonPicker } from '../../parts/people-picker';
import { WaitingFor } from '../waiting-for';

export type Owner = Pick<InputOf<typeof requests.consultationDraft>, 'scope' | 'of'>;

/** Whose calendars somebody may see by themselves; the trust office chooses among all. */
export function ownersOf(me: Me): readonly Owner[] {
  const trust: readonly Owner[] = me.roles.includes('TrustOffice') ? [{ scope: 'trust' }] : [];
  const academy: readonly Owner[] =
    me.academy !== undefined && me.roles.includes('Principal') ? [{ scope: 'academy', of: me.academy.urn }] : [];
  return [...trust, ...academy, { scope: 'person', of: me.id }];
}

interface OwnerProps {
  readonly value: Owner;
  readonly onChange: (owner: Owner) => void;
}

/** Nothing to choose for those who may see their own calendar alone. */
export function OwnerChoice(props: OwnerProps) {
  const { me } = usePanel();
  if (me.roles.includes('TrustOffice')) return <AllOwners {...props} />;
  const own = ownersOf(me);
  if (own.length === 1) return null;
  return (
    <Choice
      label="Whose calendar"
      value={props.value.scope}
      options={own.map(({ scope }) => ({ key: scope, text: scope === 'person' ? me.name : (me.academy?.name ?? '') }))}
      onChange={(key) => props.onChange(own.find(({ scope }) => scope === key) ?? props.value)}
    />
  );
}

function AllOwners({ value, onChange }: OwnerProps) {
  const { directory } = usePanel();
  const asked = useAsked(
    useCallback(async () => {
      const [academies, people] = await Promise.all([directory.academies(), directory.people()]);
      if (!academies.ok) return academies;
      return people.ok ? ok({ academies: academies.value, people: people.value }) : people;
    }, [directory]),
  );
  return (
    <WaitingFor asked={asked} words="Reading academies and people…">
      {({ academies, people }) => (
        <Column>
          <Choice
            label="Whose calendar"
            value={value.scope === 'academy' ? (value.of ?? '') : value.scope}
            options={[
              { key: 'trust', text: 'All academies' },
              ...academies.map(({ urn, name }) => ({ key: urn, text: name })),
              { key: 'person', text: 'One person' },
            ]}
            onChange={(key) => onChange(ownerOf(key))}
          />
          {value.scope === 'person' ? (
            <PersonPicker
              label="Person"
              people={people}
              value={people.find(({ id }) => id === value.of)}
              onChange={(person) =>
                onChange(person === undefined ? { scope: 'person' } : { scope: 'person', of: person.id })
              }
            />
          ) : null}
        </Column>
      )}
    </WaitingFor>
  );
}

function ownerOf(key: string): Owner {
  if (key === 'trust' || key === '') return { scope: 'trust' };
  return key === 'person' ? { scope: 'person' } : { scope: 'academy', of: key };
}
