import type { MissingPart } from '@linkage/published-facts';
import type { MissingPoint } from './settle';

/** What a refresh is without, point by point: of content each post for itself. */
export interface Missing extends MissingPoint {
  readonly section: MissingPart['section'];
  /** Of a post. */
  readonly ofPost?: true;
}

const nameOf = ({ section, part }: Pick<MissingPart, 'section' | 'part'>): string => `${section} ${part}`;

/**
 * Part by part, each once, with the most frequent reason's first report. `before`: what the last refresh that ended
 * well was without.
 */
export function missingParts(points: readonly Missing[], before: readonly MissingPart[]): MissingPart[] {
  const inARow = new Map(before.map((part) => [nameOf(part), part.inARow]));
  return groupsOf(points, nameOf).map((all) => {
    const { section, part, reason, reportId } = mostFrequent(all);
    const posts = all.filter(({ ofPost }) => ofPost).length;
    const times = (inARow.get(nameOf({ section, part })) ?? 0) + 1;
    return { section, part, reason, reportId, inARow: times, ...(posts > 0 && { posts }) };
  });
}

type Group = readonly [Missing, ...Missing[]];

function groupsOf(points: readonly Missing[], keyOf: (point: Missing) => string): Group[] {
  const groups = new Map<string, [Missing, ...Missing[]]>();
  for (const point of points) {
    const group = groups.get(keyOf(point));
    if (group === undefined) groups.set(keyOf(point), [point]);
    else group.push(point);
  }
  return [...groups.values()];
}

/** The first point of the reason that most have; of reasons that as many have, of the one that came first. */
const mostFrequent = (points: Group): Missing =>
  groupsOf(points, ({ reason }) => reason).reduce((one, other) => (other.length > one.length ? other : one))[0];
