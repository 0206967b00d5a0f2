import { type FormEvent, useId, useRef, useState } from 'react';
import { dayOf, longDay, timeOf } from '../london';
import type { Clock } from './use-clock';

const steps = [
  ['Next school morning', 'next school morning'],
  ['One day on', 'next day'],
  ['One week on', 'next week'],
] as const;

/** Shows the time of all processes, and moves it: what falls due on the way is done on the way. */
export function ClockControl({ clock }: { readonly clock: Clock }) {
  const { state, sentence, move } = clock;
  const [open, setOpen] = useState(false);
  const [once, setOnce] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  if (state === undefined) return null;
  const busy = state.moving !== undefined;
  const go = (to: string) => {
    if (!busy) move(to, once ? 'once' : 'thinned');
  };
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its own button opened.
    <div className="clock" onKeyDown={({ key }) => key === 'Escape' && close()}>
      <button ref={button} type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <span className="clock-word">Clock:</span>
        <time dateTime={state.now}>{`${longDay(state.now)}, ${timeOf(state.now)}`}</time>
      </button>
      {open && (
        <section id={id} className="clock-box" aria-label="Move the clock">
          <p>The clock of everything here goes forward. What falls due on the way is done on the way.</p>
          {/* A disabled button would lose the focus to nowhere. */}
          <div className="clock-steps">
            {steps.map(([name, to]) => (
              <button key={to} type="button" aria-disabled={busy} onClick={() => go(to)}>
                {name}
              </button>
            ))}
          </div>
          <GoTo now={state.now} busy={busy} onGo={go} />
          <label className="clock-once">
            <input type="checkbox" checked={once} onChange={(event) => setOnce(event.target.checked)} />
            Quickly: what is overdue at the end is done once
          </label>
          <Progress state={state} />
          {sentence !== undefined && <p role="alert">{sentence}</p>}
        </section>
      )}
    </div>
  );
}

function GoTo({ now, busy, onGo }: { now: string; busy: boolean; onGo: (to: string) => void }) {
  const [wanted, setWanted] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted !== '') onGo(wanted.slice(0, 16));
  };
  return (
    <form className="clock-form" onSubmit={submit}>
      <label>
        Go to
        <input
          type="datetime-local"
          required
          min={`${dayOf(now)}T${timeOf(now)}`}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      </label>
      <button type="submit" aria-disabled={busy}>
        Go
      </button>
    </form>
  );
}

function Progress({ state: { now, moving } }: { readonly state: NonNullable<Clock['state']> }) {
  if (moving === undefined) return <p role="status">{`It is ${longDay(now)}, ${timeOf(now)}.`}</p>;
  const [from, to, at] = [moving.from, moving.to, now].map((moment) => Date.parse(moment)) as [number, number, number];
  return (
    <div role="status">
      <p>{`On the way to ${longDay(moving.to)}, ${timeOf(moving.to)}: ${moving.steps} steps made.`}</p>
      <progress aria-label="Way of the clock" max={to - from} value={Math.min(at, to) - from} />
    </div>
  );
}
