import { parameter } from './errors';

/**
 * One name of `fields=`, with what stands in brackets behind it: `reactions.summary(total_count).limit(0)`,
 * `video{id}`.
 */
export interface Field {
  readonly modifiers: Readonly<Record<string, string>>;
  readonly fields: Fields | undefined;
}
export type Fields = ReadonlyMap<string, Field>;

/** Splits at commas that stand in no brackets. */
function partsOf(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if ('{('.includes(letter)) depth += 1;
    if ('})'.includes(letter)) depth -= 1;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}

/** @throws GraphError for what cannot be read */
export function readFields(text: string): Fields {
  return new Map(
    partsOf(text).map((part): [string, Field] => {
      const [, name, modifiers = '', inner] = /^(\w+)((?:\.\w+\([^()]*\))*)(?:\{(.*)\})?$/s.exec(part) ?? [];
      if (name === undefined) throw parameter(`Syntax error "Expected name." at character 0: ${part}`);
      const all = [...modifiers.matchAll(/\.(\w+)\(([^()]*)\)/g)].map(
        ([, of = '', value = '']) => [of, value] as const,
      );
      return [
        name,
        { modifiers: Object.fromEntries(all), fields: inner === undefined ? undefined : readFields(inner) },
      ];
    }),
  );
}

/** What was asked for of `all`, without what has no value. @throws GraphError for a name that there is not */
export function select<T extends object>(all: T, wanted: Fields): Partial<T> {
  const kept = [...wanted].flatMap(([name, { fields }]): [string, unknown][] => {
    if (!Object.hasOwn(all, name)) throw parameter(`Tried accessing nonexisting field (${name})`);
    const value = all[name as keyof T] as unknown;
    return value === undefined ? [] : [[name, fields === undefined ? value : within(value, fields)]];
  });
  return Object.fromEntries(kept) as Partial<T>;
}

/** Fields of an edge are those of its items. */
function within(value: unknown, fields: Fields): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('data' in value) {
    const data = Array.isArray(value.data)
      ? value.data.map((item) => within(item, fields))
      : within(value.data, fields);
    return { ...value, data };
  }
  return Object.fromEntries(
    [...fields].flatMap(([name, { fields: inner }]): [string, unknown][] => {
      const of = (value as Record<string, unknown>)[name];
      return of === undefined ? [] : [[name, inner === undefined ? of : within(of, inner)]];
    }),
  );
}
