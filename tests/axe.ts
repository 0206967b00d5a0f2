import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import * as z from 'zod/mini';

const axeResult = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      help: z.string(),
      nodes: z.array(z.object({ html: z.string(), failureSummary: z.optional(z.string()) })),
    }),
  ),
});

/** A colour on its way to another one is nobody's: what is drawn once is waited for, what turns for ever is not. */
const drawn = `Promise.all(
  document.getAnimations()
    .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
    .map(({ finished }) => finished.catch(() => undefined)),
)`;

/** What axe finds wrong, a line each: none, it is hoped. */
export async function axeProblems(place: Page | Frame): Promise<readonly string[]> {
  await place.evaluate(drawn);
  await place.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const told: unknown = await place.evaluate(
    "axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], iframes: false })",
  );
  return z
    .parse(axeResult, told)
    .violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}`));
}
