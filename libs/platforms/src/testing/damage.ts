import { answeredBy, type AnswersInMemory } from './answered-by';
import { isLoss } from '../loss';
import { readingOf, type WholeReading } from './settled';
import type { CreateConnector } from '../define-connector';

export type Path = readonly (string | number)[];

/** Every place in a JSON value, the value itself left out. */
export function placesIn(json: unknown, path: Path = []): Path[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) => {
    const here = [...path, Array.isArray(json) ? Number(key) : key];
    return [here, ...placesIn(value, here)];
  });
}

/** The same JSON with another value in one place. */
export function withValueAt(json: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(json) ? [...json] : { ...(json as object) };
  (copy as Record<string | number, unknown>)[key] = withValueAt(
    (json as Record<string | number, unknown>)[key],
    rest,
    value,
  );
  return copy;
}

export const valueAt = (json: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], json);

/** Data points by name, as `profile.followers` or `post 7.reach`. A loss is its own value. */
function dataPointsOf({ profile, audience, batches }: WholeReading): Map<string, string> {
  const points = new Map<string, string>();
  const add = (name: string, value: unknown): void =>
    void points.set(name, isLoss(value) ? 'lost' : JSON.stringify(value));
  const { figures, ...names } = profile;
  for (const [name, value] of Object.entries({ ...names, ...figures })) add(`profile.${name}`, value);
  for (const [name, value] of Object.entries(audience)) add(`audience.${name}`, value);
  for (const { contentId, figures: of, typeLost: _typeLost, ...item } of batches.flatMap(({ posts }) => posts))
    for (const [name, value] of Object.entries({ ...item, ...of })) add(`post ${contentId}.${name}`, value);
  // What is missing as a whole has no data points that could be lost.
  for (const { part, loss } of batches.flatMap(({ missing }) => missing)) add(`content.${part}`, loss);
  return points;
}

/** The data points of `before` that are not the same now. */
export const differences = (before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] =>
  [...before.keys()].filter((name) => now.get(name) !== before.get(name));

/** Reads a whole account from answers in memory. @throws PlatformError when the call that names it fails */
export const readFrom = async (create: CreateConnector, memory: AnswersInMemory): Promise<Map<string, string>> => {
  const { connector, grant } = answeredBy(create, memory);
  return dataPointsOf(await readingOf(connector, grant));
};
