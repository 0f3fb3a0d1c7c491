import { ERASED, projection } from '@linkage/event-sourcing';
import type { AudienceCaptured, AudienceSnapshot, RefreshCompleted } from '@linkage/published-facts';
import { oneAccount } from './one-account';

/** Who the audience of an account is, and as of when that is known. */
export interface AccountAudienceRow {
  readonly accountId: string;
  readonly audience: AudienceSnapshot;
  /** The last refresh that could read the audience, changed or not. */
  readonly asOf: string;
}

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
    if (row === undefined || fact.data.missing.some(({ section }) => section === 'audience')) return row;
    return { ...row, asOf: fact.at };
  },
});
