import type { Preferences, PreferencesChange } from '@linkage/contracts';
import type { KnownPreferences } from '../workspace/preferences';
import type { PreferencesChanged } from '../workspace/preferences.events';

/** Nothing when all of it is so already: the log keeps what was decided, not what was pressed. */
export const changePreferences = (
  memberId: string,
  { theme, density, timeZone, firstDay }: PreferencesChange,
  { preferences: now, chosen }: KnownPreferences,
): readonly PreferencesChanged[] => {
  const next: Preferences = {
    theme: theme ?? now.theme,
    density: density ?? now.density,
    timeZone: timeZone === undefined ? now.timeZone : timeZone,
    firstDay: firstDay ?? now.firstDay,
  };
  const same = (Object.keys(next) as (keyof Preferences)[]).every((name) => next[name] === now[name]);
  return chosen && same ? [] : [{ type: 'PreferencesChanged', data: { memberId, ...next } }];
};
