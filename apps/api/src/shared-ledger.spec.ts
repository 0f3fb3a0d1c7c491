import { CallBudget } from '@linkage/platforms';
import { openVault } from '@linkage/vault';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { sharedLedger } from './shared-ledger';

const most = { calls: 1_000, everyMs: 3_600_000 };
const now = new Date('2026-11-30T12:00:00Z');

describe('a budget of calls in the vault', () => {
  let vault: TestVault;
  beforeEach(() => {
    vault = testVault();
  });
  afterEach(() => vault.remove());

  it('is one for all processes on it, and what was left after a start', async () => {
    const other = openVault({ directory: vault.directory });
    const budgets = [vault, other].map(({ secrets }) => new CallBudget(most, sharedLedger(secrets, 'youtube')));
    const taken = await Promise.all(
      budgets.map(async (budget) => {
        let calls = 0;
        while ((await budget.take(now, 'essential')) === null) calls += 1;
        return calls;
      }),
    );
    other.close();
    expect(taken.reduce((sum, calls) => sum + calls)).toBe(most.calls);
    const started = new CallBudget(most, sharedLedger(vault.secrets, 'youtube'));
    await started.look();
    expect(started.left(now)).toBe(0);
    const another = new CallBudget(most, sharedLedger(vault.secrets, 'twitch'));
    expect(await another.take(now, 'usual')).toBeNull();
  });
});
