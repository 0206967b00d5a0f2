import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import * as z from 'zod/mini';

const axeResult = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      help: z.string(),
      nodes: z.array(z.object({ html: z.string() })),
    }),
  ),
});

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A colour on its way to another one is nobody's: what is drawn once is waited for, what turns for ever is not. */
const drawn = `Promise.all(
  document.getAnimations()
    .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
    .map(({ finished }) => finished.catch(() => undefined)),
)`;

/** axe notes where everything stands and looks there later: what moves meanwhile is held against a wrong background. */
const standsStill = `new Promise((resolve) => {
  const places = () => [document.activeElement?.outerHTML, ...[...document.querySelectorAll('body *')].map((element) =>
    [element.offsetLeft, element.offsetTop, element.offsetWidth, element.offsetHeight, element.scrollTop])].join();
  const look = (before, left) => requestAnimationFrame(() => requestAnimationFrame(() => {
    const now = places();
    if (now === before || left === 0) resolve();
    else look(now, left - 1);
  }));
  look('', 50);
})`;

/** What axe finds wrong on a page that has come to rest, with the pointer on nothing, a line each: none, it is hoped. */
export async function axeProblems(place: Page | Frame): Promise<readonly string[]> {
  const page = 'page' in place ? place.page() : place;
  await page.mouse.move(0, 0);
  await place.evaluate(standsStill);
  await place.evaluate(drawn);
  await place.evaluate(axe);
  const told: unknown = await place.evaluate(
    `axe.run(document, { resultTypes: ['violations'], runOnly: ${JSON.stringify(rules)}, iframes: false })`,
  );
  return z
    .parse(axeResult, told)
    .violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`));
}
