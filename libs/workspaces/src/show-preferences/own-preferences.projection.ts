import { projection } from '@linkage/event-sourcing';
import type { PreferencesFact } from '../workspace/preferences.events';

/** That the preferences of a member changed: the other browsers of the member hear of it, and ask. */
export interface OwnPreferencesRow {
  readonly memberId: string;
  readonly changes: number;
}

export const ownPreferences = projection<OwnPreferencesRow, PreferencesFact>({
  name: 'own-preferences',
  version: 1,
  streams: ['preferences-'],
  on: ['PreferencesChanged'],
  fields: {},
  indexes: [],
  key: ({ data }) => data.memberId,
  project: (row, { data: { memberId } }) => ({ memberId, changes: (row?.changes ?? 0) + 1 }),
});
