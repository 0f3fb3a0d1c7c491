import { parameter } from './errors';

/** What `fields=` asks for: each name with the names in braces behind it. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** Reads `id,children{id,media_type}`. @throws GraphError for what cannot be read or is not in `known` */
export function readFields(text: string | undefined, known: readonly string[], byDefault: readonly string[]): Fields {
  if (!text) return new Map(byDefault.map((name) => [name, []]));
  const fields = new Map<string, readonly string[]>();
  for (const part of text.split(/,(?![^{]*})/)) {
    const match = /^\s*(\w+)(?:\.\w+\(\d+\))?(?:{([\w,\s]*)})?\s*$/.exec(part);
    const name = match?.[1];
    if (!match || !name) throw parameter(`Syntax error in fields: ${part}`);
    if (!known.includes(name)) throw parameter(`Tried accessing nonexisting field (${name})`);
    fields.set(
      name,
      (match[2] ?? '')
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    );
  }
  return fields;
}

/** The parts of `all` that were asked for, without those that have no value. */
export function select<T extends object>(all: T, wanted: { has(name: string): boolean }): Partial<T> {
  return Object.fromEntries(
    Object.entries(all).filter(([name, value]) => wanted.has(name) && value !== undefined),
  ) as Partial<T>;
}
