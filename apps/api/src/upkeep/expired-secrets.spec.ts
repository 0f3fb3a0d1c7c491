import { TestClock } from '@linkage/event-sourcing/testing';
import { testVault } from '@linkage/vault/testing';
import { ExpiredSecretsSchedule } from './expired-secrets.schedule';

describe('expired secrets', () => {
  it('leave the vault; the others stay', async () => {
    const vault = await testVault();
    const clock = new TestClock();
    const inMs = (ms: number): Date => new Date(clock.now().getTime() + ms);
    await vault.secrets.put('session', 'ended', { of: 'a' }, { expiresAt: inMs(-1) });
    await vault.secrets.put('session', 'living', { of: 'b' }, { expiresAt: inMs(60_000) });
    await vault.secrets.put('credential', 'for good', { of: 'c' });

    expect(await new ExpiredSecretsSchedule(vault.secrets, clock).ring()).toBe(1);
    expect(await vault.secrets.get('session', 'living', clock.now())).toEqual({ of: 'b' });
    expect(await vault.secrets.get('credential', 'for good', clock.now())).toEqual({ of: 'c' });
    await vault.close();
  });
});
