import { type LogLevel, logLevels } from './core/core-types';
import type { LogLine } from './core/host-core';

/** One JSON object a line, as a log collector would want it. */
export function createLog(write: (line: string) => void, now: () => Date, least: LogLevel) {
  return (line: LogLine): void => {
    if (line.level === 'none' || rank(line.level) < rank(least)) return;
    const { level, functionName, invocationId, category, message } = line;
    write(JSON.stringify({ at: now().toISOString(), level, functionName, invocationId, category, message }));
  };
}

function rank(level: LogLevel): number {
  return logLevels.indexOf(level);
}

/** What is written of a failure: the words of it and where, since a local log has one reader. */
export function toFailureText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${toFailureText(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
