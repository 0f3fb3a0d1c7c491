import type { Fact, FactCatalog } from '@linkage/event-sourcing';

/**
 * Stream: `preferences-<memberId>`. How Linkage looks to one member: all of it, each time. `timeZone`: of IANA; null:
 * that of the device. It tells roughly where a person lives, and is encrypted like a name.
 */
export type PreferencesChanged = Fact<
  'PreferencesChanged',
  {
    memberId: string;
    theme: 'system' | 'light' | 'dark';
    density: 'compact' | 'comfortable';
    timeZone: string | null;
    firstDay: 'monday' | 'saturday' | 'sunday';
  }
>;
export type PreferencesFact = PreferencesChanged;

export const preferencesFacts: FactCatalog<PreferencesFact> = {
  PreferencesChanged: { version: 1, personal: { subject: (data) => data.memberId, fields: ['timeZone'] } },
};
