import { testVault, type TestVault } from './testing';

interface Grant {
  accessToken: string;
  refreshToken: string | null;
  refreshExpiresAt: string | null;
}
const grant = (n: number): Grant => ({
  accessToken: `access-${n}`,
  refreshToken: `refresh-${n}`,
  refreshExpiresAt: `2027-0${n}-01T00:00:00Z`,
});

describe('grants', () => {
  let vault: TestVault;
  beforeEach(() => (vault = testVault()));
  afterEach(() => vault.remove());

  it('are kept per account and gone when removed', async () => {
    await vault.grants.put('a', grant(1));
    expect(await vault.grants.get('a')).toEqual(grant(1));
    expect(await vault.grants.get('b')).toBeUndefined();
    expect(await vault.grants.refresh('b', () => Promise.reject(new Error('must not be called')))).toBeUndefined();
    await vault.grants.remove('a');
    expect(await vault.grants.get('a')).toBeUndefined();
  });

  it.each([null, '', undefined])('keep the refresh token when a refresh answers with %p', async (refreshToken) => {
    await vault.grants.put('a', grant(1));
    const answer = { accessToken: 'access-2', refreshToken, refreshExpiresAt: null };
    expect(await vault.grants.refresh('a', async () => answer)).toEqual({ ...grant(1), accessToken: 'access-2' });
    expect(await vault.grants.get('a')).toEqual({ ...grant(1), accessToken: 'access-2' });
  });

  it('keep the refresh token, too, when a reconnect brings none; not over a disconnect', async () => {
    await vault.grants.put('a', grant(1));
    await vault.grants.put('a', { accessToken: 'access-2', refreshToken: null, refreshExpiresAt: null });
    expect(await vault.grants.get('a')).toEqual({ ...grant(1), accessToken: 'access-2' });
    await vault.grants.remove('a');
    await vault.grants.put('a', { accessToken: 'access-3', refreshToken: null, refreshExpiresAt: null });
    expect(await vault.grants.get('a')).toEqual({
      accessToken: 'access-3',
      refreshToken: null,
      refreshExpiresAt: null,
    });
  });

  it('take a rotated refresh token with its own expiry', async () => {
    await vault.grants.put('a', grant(1));
    expect(await vault.grants.refresh<Grant>('a', async () => ({ ...grant(2), refreshExpiresAt: null }))).toEqual({
      ...grant(2),
      refreshExpiresAt: null,
    });
  });

  it('stay as they are when there is nothing to refresh or the refresh fails', async () => {
    await vault.grants.put('a', grant(1));
    expect(await vault.grants.refresh('a', async () => null)).toEqual(grant(1));
    await expect(vault.grants.refresh('a', () => Promise.reject(new Error('platform is down')))).rejects.toThrow(
      'platform is down',
    );
    expect(await vault.grants.get('a')).toEqual(grant(1));
  });

  it('are refreshed once when many ask at once: the others see the new one', async () => {
    await vault.grants.put('a', grant(1));
    let calls = 0;
    const refreshOld = async (current: Grant): Promise<Grant | null> => {
      if (current.accessToken !== 'access-1') return null;
      calls++;
      await new Promise(setImmediate);
      return grant(2);
    };
    const answers = await Promise.all(Array.from({ length: 10 }, () => vault.grants.refresh('a', refreshOld)));
    expect(answers).toEqual(Array.from({ length: 10 }, () => grant(2)));
    expect(calls).toBe(1);
  });

  it('are not brought back by a refresh that was under way when they were removed', async () => {
    await vault.grants.put('a', grant(1));
    const answer = await vault.grants.refresh('a', async () => {
      await vault.grants.remove('a');
      return grant(2);
    });
    expect(answer).toBeUndefined();
    expect(await vault.grants.get('a')).toBeUndefined();
  });

  it('are taken as a refresh that was under way leaves them, so that what is given back is what the platform knows', async () => {
    await vault.grants.put('a', grant(1));
    let answer = (_grant: Grant): void => undefined;
    const refreshing = vault.grants.refresh<Grant>('a', () => new Promise((resolve) => (answer = resolve)));
    await new Promise(setImmediate);
    const taken = vault.grants.take<Grant>('a');
    await new Promise(setImmediate);
    answer(grant(2));
    await refreshing;
    expect(await taken).toEqual(grant(2));
    expect(await vault.grants.get('a')).toBeUndefined();
    expect(await vault.grants.take('a')).toBeUndefined();
  });

  it('are the newer ones when the creator reconnects during a refresh', async () => {
    await vault.grants.put('a', grant(1));
    let reconnected: Promise<void> | undefined;
    await vault.grants.refresh('a', async () => {
      reconnected = vault.grants.put('a', grant(3));
      return grant(2);
    });
    await reconnected;
    expect(await vault.grants.get('a')).toEqual(grant(3));
  });
});
