import type { Highs } from 'highs';

let loading: Promise<Highs> | undefined;

/** HiGHS, the exact solver: 4 MB of WebAssembly, loaded when the first proof is asked for. */
export function openSolver(): Promise<Highs> {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Highs> {
  const { default: highs } = await import('highs');
  return highs();
}
