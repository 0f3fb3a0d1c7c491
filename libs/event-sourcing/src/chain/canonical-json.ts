/**
 * JSON with its keys in one order, whatever the order they came in: stores may give an object back with its keys in another one.
 * The same value always makes the same text.
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const object = value as Readonly<Record<string, unknown>>;
  let text = '{';
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member !== undefined) text += (text === '{' ? '' : ',') + quoted(key) + canonicalJson(member);
  }
  return `${text}}`;
};

/** Facts use the same few keys again and again; quoting them each time is most of the work. */
const known = new Map<string, string>();
const MOST_KNOWN = 2_000;

const quoted = (key: string): string => {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = `${JSON.stringify(key)}:`;
  if (known.size < MOST_KNOWN) known.set(key, made);
  return made;
};
