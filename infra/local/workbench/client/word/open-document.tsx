import { useCallback, useEffect, useRef, useState } from 'react';
import { createWordEngine, type WordEngine } from '../../docx/word-engine';
import { openWordPackage, type WordPackage } from '../../docx/word-package';
import type { LibraryDocument, Person } from '../../shapes';
import { Pane } from '../pane/pane';
import { themeOf } from '../pane/themes';
import type { Shade } from '../shell/top-bar';
import { browserXml } from './browser-xml';
import { drawDocument } from './preview';

interface Props {
  readonly document: LibraryDocument;
  readonly as: 'copy' | 'original';
  readonly person: Person;
  readonly panelOrigin: string;
  readonly shade: Shade;
}

interface Open {
  readonly file: WordPackage;
  readonly engine: WordEngine;
}

/** A real .docx: drawn, changed by the panel through Word's calls, and downloaded as the package that it now is. */
export function OpenDocument({ document: chosen, as, person, panelOrigin, shade }: Props) {
  const { open, problem, changed, undo, changes } = useDocument(chosen);
  const [pane, setPane] = useState(false);
  const name = as === 'copy' ? copyName(chosen.name) : chosen.name;
  return (
    <div className="application">
      <main className="surface" aria-label="Word">
        <div className="bar">
          <a className="button" href={`#/${person.id}/word`}>
            ‹ Documents
          </a>
          <h1>{name}</h1>
          <span className="spring" />
          <button type="button" disabled={changes === 0} onClick={undo}>
            Undo
          </button>
          <button type="button" disabled={open === undefined} onClick={() => open && download(open.file, name)}>
            Download
          </button>
          <button
            type="button"
            className="add-in"
            disabled={open === undefined}
            aria-pressed={pane}
            onClick={() => setPane(!pane)}
          >
            Our Academies
          </button>
        </div>
        {problem !== undefined && (
          <p role="alert" className="wait">
            {problem}
          </p>
        )}
        {open !== undefined && <Paper file={open.file} changes={changes} />}
      </main>
      {pane && open !== undefined && (
        <Pane
          address={`${panelOrigin}/panel`}
          theme={themeOf(shade)}
          onClose={() => setPane(false)}
          host={{
            surroundings: () => ({
              host: 'Word',
              theme: themeOf(shade),
              person: { displayName: person.name, emailAddress: person.email },
              item: null,
              documentUrl: as === 'copy' ? '' : chosen.address,
            }),
            body: () => Promise.reject(new Error('There is no mail here.')),
            word: (context, steps) => {
              const before = steps.some(({ does }) => does === 'call' || does === 'set') ? open.file.save() : undefined;
              const answer = open.engine.take(context, steps);
              if (before !== undefined && !sameBytes(before, open.file.save())) changed(before);
              return answer;
            },
          }}
        />
      )}
    </div>
  );
}

interface Kept {
  readonly open?: Open;
  readonly problem?: string;
  /** The package before each change, the latest last. */
  readonly before: readonly Uint8Array[];
}

function useDocument({ id }: LibraryDocument) {
  const [state, setState] = useState<Kept>({ before: [] });
  useEffect(() => {
    let wanted = true;
    readDocument(id).then(
      (open) => wanted && setState({ open, before: [] }),
      (error: Error) => wanted && setState({ problem: error.message, before: [] }),
    );
    return () => {
      wanted = false;
    };
  }, [id]);
  const { before, ...rest } = state;
  return {
    ...rest,
    changes: before.length,
    changed: (bytes: Uint8Array) => setState((kept) => ({ ...kept, before: [...kept.before, bytes] })),
    undo: () =>
      setState((kept) => {
        const last = kept.before.at(-1);
        return last === undefined ? kept : { open: openBytes(last), before: kept.before.slice(0, -1) };
      }),
  };
}

function openBytes(bytes: Uint8Array): Open {
  const file = openWordPackage(bytes, browserXml);
  return { file, engine: createWordEngine(file.main) };
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

async function readDocument(id: string): Promise<Open> {
  const response = await fetch(`/api/documents/${encodeURIComponent(id)}/content`);
  if (!response.ok) throw new Error('The library does not give this document.');
  return openBytes(new Uint8Array(await response.arrayBuffer()));
}

/** What Word itself does: a new document from a template has no name of its own yet. */
function copyName(name: string): string {
  return name.replace(/\.docx$/i, ' (new).docx');
}

function download(file: WordPackage, name: string): void {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const address = URL.createObjectURL(new Blob([new Uint8Array(file.save())], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The drawn pages, made to fit. */
function Paper({ file, changes }: { readonly file: WordPackage; readonly changes: number }) {
  const home = useRef<HTMLDivElement>(null);
  const desk = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<string>();
  const fit = useCallback(() => {
    const [page] = Array.from(home.current?.children ?? []).filter((child) => child.tagName === 'SECTION');
    if (home.current === null || desk.current === null || !(page instanceof HTMLElement)) return;
    const zoom = Math.min(1, (desk.current.clientWidth - 32) / page.offsetWidth);
    home.current.style.setProperty('zoom', String(zoom));
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again after each change of the document.
  useEffect(() => {
    if (home.current === null) return;
    drawDocument(file.save(), home.current).then(fit, (error: Error) => setProblem(error.message));
  }, [file, changes, fit]);
  useEffect(() => {
    const observer = new ResizeObserver(fit);
    if (desk.current !== null) observer.observe(desk.current);
    return () => observer.disconnect();
  }, [fit]);
  return (
    <div className="desk" ref={desk}>
      {problem !== undefined && <p role="alert">{problem}</p>}
      <div className="paper" ref={home} />
    </div>
  );
}
