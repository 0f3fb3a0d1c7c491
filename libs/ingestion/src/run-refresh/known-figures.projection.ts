import { ERASED, projection } from '@linkage/event-sourcing';
import type { AudienceSnapshot, ProfileSnapshot } from '@linkage/published-facts';
import type { AudienceCaptured, ProfileCaptured } from '../refresh/refresh.events';

/** What was recorded last of an account's profile and audience, so that only what differs is recorded. */
export interface KnownFigures {
  readonly profile: ProfileSnapshot | null;
  readonly audience: AudienceSnapshot | null;
}

const nothing: KnownFigures = { profile: null, audience: null };

export const knownFigures = projection<KnownFigures, ProfileCaptured | AudienceCaptured>({
  name: 'known-figures',
  version: 1,
  streams: ['figures-'],
  on: ['ProfileCaptured', 'AudienceCaptured'],
  fields: {},
  key: (fact) => fact.data.accountId,
  project: (row = nothing, fact) => {
    if (fact.type === 'AudienceCaptured') {
      const audience: AudienceSnapshot | typeof ERASED = fact.data.audience;
      return typeof audience === 'string' ? row : { ...row, audience };
    }
    const profile: ProfileSnapshot | typeof ERASED = fact.data.profile;
    return typeof profile === 'string' ? row : { ...row, profile };
  },
});
