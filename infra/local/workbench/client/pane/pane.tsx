import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { OpenItem, Theme } from '../../office/protocol';
import { pageClock } from '../page-clock';
import { hostPanel, type OfficeHost, tellPanel } from './office-host';

const narrowest = 320;
const widest = 500;

interface Props {
  readonly address: string;
  readonly host: OfficeHost;
  readonly theme: Theme;
  /** What is open in Outlook; undefined in Word. */
  readonly item?: OpenItem | null;
  readonly onClose: () => void;
}

/** The side pane in which Office shows an add-in: a frame, its title, a way to close it and to make it wider. */
export function Pane({ address, host, theme, item, onClose }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef(host);
  latest.current = host;
  const [width, setWidth] = useState(narrowest);
  const origin = new URL(address).origin;

  useEffect(() => {
    if (frame.current === null) return undefined;
    return hostPanel(frame.current, origin, {
      surroundings: () => latest.current.surroundings(),
      body: (id, as) => latest.current.body(id, as),
      word: (context, steps) => latest.current.word(context, steps),
    });
  }, [origin]);
  useToldOnChange(
    theme,
    (now) => frame.current && tellPanel(frame.current, origin, { office: 'theme changed', theme: now }),
  );
  useToldOnChange(item, (now) => {
    if (frame.current !== null && now !== undefined)
      tellPanel(frame.current, origin, { office: 'item changed', item: now });
  });

  const setting = pageClock.setting();
  useToldOnChange(setting, (now) => {
    if (frame.current !== null && now !== undefined)
      tellPanel(frame.current, origin, { office: 'clock moved', setting: now });
  });

  return (
    <aside className="pane" style={{ width }} aria-label="Our Academies">
      <Edge width={width} onWidth={setWidth} />
      <div className="pane-head">
        <strong>Our Academies</strong>
        <span className="spring" />
        <button type="button" aria-label="Close the pane" onClick={onClose}>
          ✕
        </button>
      </div>
      <iframe ref={frame} title="Our Academies panel" src={address} name="panel" />
    </aside>
  );
}

/** Not at the first drawing: the panel asks for that by itself. */
function useToldOnChange<T>(value: T, tell: (value: T) => unknown): void {
  const before = useRef(JSON.stringify(value));
  const teller = useRef(tell);
  teller.current = tell;
  const text = JSON.stringify(value);
  useEffect(() => {
    if (before.current === text) return;
    before.current = text;
    teller.current(value);
  });
}

/** Dragged, or moved with the arrow keys. */
function Edge({ width, onWidth }: { readonly width: number; readonly onWidth: (width: number) => void }) {
  const within = (wanted: number) => onWidth(Math.min(widest, Math.max(narrowest, wanted)));
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') within(width + 20);
    if (event.key === 'ArrowRight') within(width - 20);
  };
  const onDrag = (event: PointerEvent) => {
    if (event.buttons === 1) within(window.innerWidth - event.clientX);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is a widget; <hr> is not.
    <div
      className="pane-edge"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the pane"
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuenow={width}
      tabIndex={0}
      onKeyDown={onKey}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onDrag}
    />
  );
}
