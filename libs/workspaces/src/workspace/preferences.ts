import { defaultPreferences, type Preferences } from '@linkage/contracts';
import { ERASED, type Decider } from '@linkage/event-sourcing';
import type { PreferencesFact } from './preferences.events';

export interface KnownPreferences {
  readonly preferences: Preferences;
  /** False: nothing was ever chosen. */
  readonly chosen: boolean;
}

export const preferencesStream = (memberId: string): string => `preferences-${memberId}`;

export const preferences: Decider<KnownPreferences, PreferencesFact> = {
  initial: { preferences: defaultPreferences, chosen: false },
  evolve: (_, { data: { theme, density, timeZone, firstDay } }) => ({
    preferences: { theme, density, timeZone: timeZone === ERASED ? null : timeZone, firstDay },
    chosen: true,
  }),
};
