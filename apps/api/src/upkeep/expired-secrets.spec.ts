import type { Clock } from '@linkage/event-sourcing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { ExpiredSecretsSchedule } from './expired-secrets.schedule';

const MINUTE = 60_000;
const movedBy = (ms: number): Clock => ({ now: () => new Date(Date.now() + ms), onMoved: () => () => undefined });

describe('expired secrets', () => {
  let vault: TestVault;
  beforeEach(async () => {
    vault = testVault();
    await vault.secrets.put('session', 'ended', { of: 'a' }, { expiresAt: new Date(Date.now() - 10 * MINUTE) });
    await vault.secrets.put('session', 'living', { of: 'b' }, { expiresAt: new Date(Date.now() + 10 * MINUTE) });
    await vault.secrets.put('credential', 'for good', { of: 'c' });
  });
  afterEach(() => vault.remove());

  it('leave the vault; the others stay', async () => {
    expect(await new ExpiredSecretsSchedule(vault.secrets, movedBy(0)).ring()).toBe(1);
    expect(await vault.secrets.get('session', 'living', new Date())).toEqual({ of: 'b' });
    expect(await vault.secrets.get('credential', 'for good', new Date())).toEqual({ of: 'c' });
  });
  it('leave once, although two processes ring at the same time', async () => {
    const ring = (): Promise<number> => new ExpiredSecretsSchedule(vault.secrets, movedBy(0)).ring();
    expect((await Promise.all([ring(), ring()])).sort()).toEqual([0, 1]);
  });
  it('are those of the real time when the clock was moved on: no session ends by it', async () => {
    expect(await new ExpiredSecretsSchedule(vault.secrets, movedBy(30 * 24 * 60 * MINUTE)).ring()).toBe(1);
  });
  it('stay as long as they live by a clock that was moved back', async () => {
    expect(await new ExpiredSecretsSchedule(vault.secrets, movedBy(-60 * MINUTE)).ring()).toBe(0);
  });
});
