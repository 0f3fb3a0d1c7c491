const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const present = (value: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(value).filter((name) => value[name] !== undefined);

/**
 * Whether two plain JSON values say the same, in whatever order their fields stand; an undefined field counts as
 * absent.
 */
export const sameValue = (one: unknown, other: unknown): boolean => {
  if (!isObject(one) || !isObject(other)) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = present(one);
  return names.length === present(other).length && names.every((name) => sameValue(one[name], other[name]));
};
