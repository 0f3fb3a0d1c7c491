import type { CallLedger, SetAside } from '@linkage/platforms';
import type { PlatformId } from '@linkage/contracts';
import type { SecretStore } from '@linkage/vault';

const KIND = 'call-budget';

interface Kept {
  readonly there: readonly SetAside[];
}

/** In the vault, which all processes of an installation have and which a restart leaves as it is. */
export const sharedLedger = (secrets: SecretStore, platform: PlatformId): CallLedger => ({
  read: async () => (await secrets.get<Kept>(KIND, platform, new Date()))?.there ?? [],
  change: async (change) => {
    await secrets.update<Kept>(KIND, platform, new Date(), (kept) => ({ there: change(kept?.there ?? []) }));
  },
});
