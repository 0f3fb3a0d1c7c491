import { platformIds, type AttemptOutcome, type Microsite, type PlatformId, type Problem } from '@linkage/contracts';
import type { MicrositeAccount } from '../accounts/rows';

export const anAccount = (username: string, cause: MicrositeAccount['cause'] = null): MicrositeAccount => ({
  accountId: `id-of-${username}`,
  username,
  displayName: username,
  working: cause === null,
  cause,
});

/** A page of all platforms, of which Instagram and YouTube can be connected. */
export const aSite = (
  accounts: Partial<Record<PlatformId, MicrositeAccount[]>> = {},
  changes: Partial<Microsite> = {},
): Microsite => ({
  brand: 'Nordlys Agency',
  invitedBy: 'Ingrid',
  creatorName: 'Darya',
  withdrawn: false,
  platforms: platformIds.map((platform) => ({
    platform,
    available: platform === 'instagram' || platform === 'youtube',
    choosing: null,
    offered: null,
    accounts: accounts[platform] ?? [],
  })),
  ...changes,
});

export const anOutcome = (changes: Partial<AttemptOutcome>): AttemptOutcome => ({
  attemptId: 'attempt-1',
  platform: 'instagram',
  result: 'succeeded',
  account: null,
  others: [],
  refused: [],
  reconnects: null,
  choice: null,
  reason: null,
  message: null,
  missing: [],
  ...changes,
});

export const aProblem = (changes: Partial<Problem>): Problem => ({
  type: 'about:blank',
  title: 'Error',
  status: 500,
  code: 'internal-error',
  detail: 'It broke.',
  ...changes,
});
