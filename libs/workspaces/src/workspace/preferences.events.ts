/** Stream: `preferences-<memberId>`. */
export { preferencesFacts, type PreferencesChanged, type PreferencesFact } from '@linkage/published-facts';
