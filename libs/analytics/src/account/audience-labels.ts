const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Keys by which platforms say that they do not know: these belong to Others. */
export const isUnknown = (key: string): boolean =>
  ['', 'zz', 'unknown', 'other', 'others'].includes(key.trim().toLowerCase());

/** The country's English name; a code that is none stands for itself. */
export const countryLabel = (code: string): string => {
  if (!/^[a-z]{2}$/i.test(code)) return code;
  return regions.of(code.toUpperCase()) ?? code;
};

/** `18-24` as `18–24`, with an en dash. */
export const ageLabel = (bracket: string): string => bracket.replace('-', '–');

const shortName = (city: string): string => city.split(',')[0]?.trim() || city;

/** `Lyon, Auvergne-Rhône-Alpes` is called `Lyon`, unless the list has two of that name. */
export const cityLabels = (keys: readonly string[]): ((key: string) => string) => {
  const times = new Map<string, number>();
  for (const key of keys) times.set(shortName(key), (times.get(shortName(key)) ?? 0) + 1);
  return (key) => (times.get(shortName(key)) === 1 ? shortName(key) : key);
};
