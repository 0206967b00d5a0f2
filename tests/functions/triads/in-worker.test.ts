import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Busy } from '../../../functions/ports';
import { proofsInWorker } from '../../../functions/triads/in-worker';
import { newFolder } from '../../infra/local/host/spawn-host';
import { lineOfAcademies, urnAt } from './make-problem';

/** As built: the thread with the solver's wasm beside it. */
const built = resolve('dist/functions/proof-worker.js');
const task = {
  problem: lineOfAcademies(6),
  rounds: [{ round: 1, triads: [[0, 2, 4].map(urnAt), [1, 3, 5].map(urnAt)] }],
  seconds: 10,
};

test('a proof on a thread of its own gives the better plan; a second one at the same time is asked to wait', async () => {
  const proofs = proofsInWorker(built);
  const first = proofs.prove(task);
  await expect(proofs.prove(task)).rejects.toThrow(Busy);
  expect(await first).toMatchObject({
    ok: true,
    value: { proved: true, isBetter: true, plan: { total: { cost: 8, bound: 8 } } },
  });
  expect(await proofs.prove(task)).toMatchObject({ ok: true });
});

test('a thread that breaks is a fault, and the next proof may begin', async () => {
  const broken = join(newFolder(), 'broken.cjs');
  writeFileSync(broken, "setTimeout(() => { throw new Error('out of memory'); }, 1);");
  const proofs = proofsInWorker(broken);
  await expect(proofs.prove(task)).rejects.toThrow('out of memory');
  await expect(proofs.prove(task)).rejects.toThrow('out of memory');
});
