import type { LibraryDocument, Person } from '../../shapes';
import { type Asked, useAsk } from '../ask';
import { dayOf, shortDay } from '../london';
import { addressOf, type Place } from '../place';
import type { Shade } from '../shell/top-bar';
import { OpenDocument } from './open-document';

interface Props {
  readonly place: Extract<Place, { readonly at: 'word' }>;
  readonly person: Person;
  readonly panelOrigin: string;
  readonly shade: Shade;
}

/** The trust's document library, or one of its documents. */
export function WordApp({ place, person, panelOrigin, shade }: Props) {
  const documents = useAsk<readonly LibraryDocument[]>('/api/documents');
  const chosen =
    documents.is === 'here' && place.document !== undefined
      ? documents.value.find(({ id }) => id === place.document)
      : undefined;
  if (chosen === undefined) return <Library documents={documents} place={place} />;
  return (
    <OpenDocument
      key={`${place.as} ${chosen.id}`}
      document={chosen}
      as={place.as}
      person={person}
      panelOrigin={panelOrigin}
      shade={shade}
    />
  );
}

function Library({
  documents,
  place,
}: {
  readonly documents: Asked<readonly LibraryDocument[]>;
  readonly place: Props['place'];
}) {
  return (
    <main className="library" aria-label="Word">
      <h1>Documents of the trust</h1>
      <p>A new document is a copy of the template: the template in the library stays as it is.</p>
      {documents.is === 'waiting' && <p className="wait">Reading the library …</p>}
      {documents.is === 'failed' && <p role="alert">{documents.sentence}</p>}
      {documents.is === 'here' && documents.value.length === 0 && <p>There is no Word document in the library yet.</p>}
      {documents.is === 'here' && (
        <ul className="documents">
          {documents.value.map((one) => (
            <DocumentRow key={one.id} document={one} place={place} />
          ))}
        </ul>
      )}
    </main>
  );
}

function DocumentRow({ document, place }: { readonly document: LibraryDocument; readonly place: Props['place'] }) {
  const open = (as: Props['place']['as']) => addressOf({ ...place, as, document: document.id });
  return (
    <li>
      <span>
        <strong>{document.name}</strong>
        <small>
          {document.folder}
          {document.changed !== '' && `, changed ${shortDay(dayOf(document.changed))}`}
        </small>
      </span>
      <a className="primary" href={open('copy')} aria-label={`New document from ${document.name}`}>
        New from this
      </a>
      <a href={open('original')} aria-label={`Open ${document.name} itself`}>
        Open
      </a>
    </li>
  );
}
