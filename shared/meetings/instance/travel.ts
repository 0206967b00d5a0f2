import type { MeetingProblem } from '../problem';

const detour = 1.28;
const kilometresAnHour = 58;
/** Where neither a table nor coordinates tell. */
const usualMinutes = 30;

/** Minutes between any two academies, by number. */
export function travelMinutes(problem: MeetingProblem, academyAt: ReadonlyMap<string, number>): Uint16Array {
  const count = academyAt.size;
  const minutes = new Uint16Array(count * count);
  const places = new Map(problem.academies.map((academy) => [academyAt.get(academy.urn) ?? 0, academy]));
  for (let one = 0; one < count; one += 1)
    for (let other = 0; other < one; other += 1) {
      const between = driven(places.get(one), places.get(other));
      minutes[one * count + other] = between;
      minutes[other * count + one] = between;
    }
  for (const { from, to, minutes: told } of problem.travel ?? []) {
    const [one, other] = [academyAt.get(from), academyAt.get(to)];
    if (one === undefined || other === undefined || one === other) continue;
    minutes[one * count + other] = told;
    minutes[other * count + one] = told;
  }
  return minutes;
}

type Place = MeetingProblem['academies'][number] | undefined;

function driven(one: Place, other: Place): number {
  if (one?.easting === undefined || one.northing === undefined) return usualMinutes;
  if (other?.easting === undefined || other.northing === undefined) return usualMinutes;
  const kilometres = Math.hypot(one.easting - other.easting, one.northing - other.northing) / 1000;
  return Math.ceil((60 * detour * kilometres) / kilometresAnHour);
}
