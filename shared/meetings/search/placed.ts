import type { Instance } from '../instance/instance';
import { Placing } from './placing';
import type { Found } from './search';

/** A timetable of its own, with everything on the dates that were found. */
export function placed(instance: Instance, { options }: Found): Placing {
  const placing = new Placing(instance);
  for (const [item, option] of options.entries()) if (option >= 0) placing.put(item, option);
  return placing;
}
