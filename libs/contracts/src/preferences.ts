export const themeChoices = ['system', 'light', 'dark'] as const;
export const densities = ['compact', 'comfortable'] as const;
export const firstDays = ['monday', 'saturday', 'sunday'] as const;

/** How Linkage looks to one member. */
export interface Preferences {
  theme: (typeof themeChoices)[number];
  density: (typeof densities)[number];
  /** Of IANA, such as `Europe/Oslo`; null: that of the device. */
  timeZone: string | null;
  firstDay: (typeof firstDays)[number];
}

export const defaultPreferences: Preferences = {
  theme: 'system',
  density: 'compact',
  timeZone: null,
  firstDay: 'monday',
};

/** What is left out stays as it is. */
export type PreferencesChange = Partial<Preferences>;

/** GET /api/account/preferences, and the answer to a change of them. */
export interface MemberPreferences extends Preferences {
  /** False: nothing was ever chosen, and these are the usual ones. */
  chosen: boolean;
}

/** In characters; IANA has none that is half as long. */
const LONGEST_ZONE = 64;

/** One that IANA names by region and place, or `UTC`. Offsets such as `+01:00` know nothing of summer time. */
export const isTimeZone = (value: unknown): value is string => {
  if (typeof value !== 'string' || value.length > LONGEST_ZONE || !/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(value))
    return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
};
