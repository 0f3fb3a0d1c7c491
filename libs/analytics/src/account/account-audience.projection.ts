import { ERASED, projection } from '@linkage/event-sourcing';
import type { AudienceCaptured, AudienceSnapshot, MissingPart, RefreshCompleted } from '@linkage/published-facts';
import { oneAccount } from './one-account';

/** The audience of an account, and as of when that is known. */
export interface AccountAudienceRow {
  readonly accountId: string;
  readonly audience: AudienceSnapshot;
  /** The last refresh that could read any of the audience, changed or not. */
  readonly asOf: string;
}

const parts = ['countries', 'cities', 'ages', 'genders'];

/** Of the audience nothing at all could be read. */
const isWithoutAudience = (missing: readonly MissingPart[]): boolean => {
  const without = missing.filter(({ section }) => section === 'audience').map(({ part }) => part);
  return without.includes('all') || parts.every((part) => without.includes(part));
};

export const accountAudience = projection<AccountAudienceRow, AudienceCaptured | RefreshCompleted>({
  name: 'account-audience',
  version: 1,
  streams: ['figures-', 'refresh-'],
  on: ['AudienceCaptured', 'RefreshCompleted'],
  subject: oneAccount,
  fields: {},
  key: (fact) => fact.data.accountId,
  project: (row, fact) => {
    if (fact.type === 'AudienceCaptured') {
      const { accountId } = fact.data;
      const audience: AudienceSnapshot | typeof ERASED = fact.data.audience;
      return typeof audience === 'string' ? undefined : { accountId, audience, asOf: fact.at };
    }
    return row === undefined || isWithoutAudience(fact.data.missing) ? row : { ...row, asOf: fact.at };
  },
});
