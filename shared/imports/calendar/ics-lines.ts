import { ok, type Result, refuse } from '../../result';

/** One property of an iCalendar file (RFC 5545). Names are in capitals. */
export interface IcsProperty {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}

/** An event with the line on which it begins. */
export interface IcsEvent {
  readonly line: number;
  readonly properties: readonly IcsProperty[];
}

const mostEvents = 5000;

/** The events of a calendar file; what else it holds (alarms, time zones, tasks) is passed over. */
export function eventsOf(text: string): Result<readonly IcsEvent[]> {
  const events: { readonly line: number; readonly properties: IcsProperty[] }[] = [];
  const open: string[] = [];
  for (const { line, content } of unfolded(text)) {
    const { name, parameters, value } = propertyOf(content);
    const part = value.trim().toUpperCase();
    if (name === 'END' && open.pop() !== part) return broken(line);
    if (name === 'BEGIN') open.push(part);
    if (name === 'BEGIN' && isEvent(open)) events.push({ line, properties: [] });
    else if (isEvent(open)) events.at(-1)?.properties.push({ name, parameters, value });
  }
  if (open.length > 0) return broken(text.split('\n').length);
  if (events.length > mostEvents)
    return refuse('too-large', `The file has more than ${mostEvents} events. Export this school year's alone.`);
  return events.length > 0 ? ok(events) : refuse('invalid', 'The calendar file holds no events. Export it again.');
}

function isEvent(open: readonly string[]): boolean {
  return open.length === 2 && open[1] === 'VEVENT';
}

function broken(line: number): ReturnType<typeof refuse> {
  return refuse('invalid', `The calendar file breaks off or is damaged at line ${line}. Export it again.`);
}

/** A line that begins with a space goes on with the one before it. */
function unfolded(text: string): readonly { readonly line: number; readonly content: string }[] {
  const lines: { line: number; content: string }[] = [];
  for (const [at, content] of text.split(/\r\n|\n|\r/).entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(content) && last !== undefined) last.content += content.slice(1);
    else if (content !== '') lines.push({ line: at + 1, content });
  }
  return lines;
}

function propertyOf(content: string): IcsProperty {
  const colon = endOfHead(content);
  const [name = '', ...parameters] = content.slice(0, colon).split(';');
  const named = parameters.map((one) => {
    const at = one.indexOf('=');
    return [one.slice(0, at).toUpperCase(), one.slice(at + 1).replaceAll('"', '')] as const;
  });
  return { name: name.toUpperCase(), parameters: Object.fromEntries(named), value: content.slice(colon + 1) };
}

/** The first colon that stands in no quotation marks, which belong to a parameter. */
function endOfHead(content: string): number {
  let isQuoted = false;
  for (let at = 0; at < content.length; at += 1) {
    if (content[at] === '"') isQuoted = !isQuoted;
    if (content[at] === ':' && !isQuoted) return at;
  }
  return content.length;
}

/**
 * @example textOf('Staff training\\, whole trust') // 'Staff training, whole trust'
 */
export function textOf(value: string): string {
  return value
    .replaceAll(/\\([nN,;\\])/g, (_, escaped: string) => (escaped.toLowerCase() === 'n' ? ' ' : escaped))
    .replaceAll(/\s+/g, ' ')
    .trim();
}
