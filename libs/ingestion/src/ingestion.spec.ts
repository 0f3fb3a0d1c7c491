import { eventually } from '@linkage/event-sourcing/testing';
import { connectionFacts } from '@linkage/published-facts';
import { temporaryFolder, testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { Logger } from '@nestjs/common';
import { freshIngestion, ingestionUnderTest, type FreshIngestion, type IngestionUnderTest } from './ingestion.harness';
import { aProfile } from './refresh/refresh.fixtures';
import { aGrant, ScriptedConnector, trouble } from './refresh/scripted-connector.fixtures';
import { watchedAccounts } from './refresh/watched-accounts.projection';

const day = 24 * 3_600_000;
const once = ['RefreshStarted', 'RefreshCompleted'];
const id = (n: number) => `01936000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const ids = (count: number) => Array.from({ length: count }, (_, n) => id(n));

describe('ingestion', () => {
  let fresh: FreshIngestion;
  let kernel: TestKernel;
  let vault: TestVault;
  let instagram: ScriptedConnector;
  let youtube: ScriptedConnector;
  let under: IngestionUnderTest;

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    instagram = new ScriptedConnector('instagram');
    youtube = new ScriptedConnector('youtube');
    fresh = await freshIngestion([instagram, youtube]);
    ({ kernel, vault, under } = fresh);
    await kernel.settled();
  });
  afterEach(() => fresh.close());

  const runsOf = async (accounts: readonly string[]) => Promise.all(accounts.map((account) => under.runs(account)));
  /** Probes until each of the accounts has these runs. */
  const eachHas = (accounts: readonly string[], runs: readonly string[]) =>
    eventually(async () => expect(await runsOf(accounts)).toEqual(accounts.map(() => runs)), 20_000);
  /** Rings as often as that takes: an account whose last run is just letting go of it is left to the next ring. */
  const ringUntilEachHas = (accounts: readonly string[], runs: readonly string[]) =>
    eventually(async () => {
      await under.ring();
      expect(await runsOf(accounts)).toEqual(accounts.map(() => runs));
    }, 20_000);

  it('refreshes an account as soon as it is connected, without a ring', async () => {
    await under.connect(id(1));
    await eachHas([id(1)], once);
  });

  it('refreshes every account again after 24 hours, when the schedule rings', async () => {
    const accounts = ids(30);
    for (const account of accounts) await under.connect(account);
    await eachHas(accounts, once);
    await kernel.settled();
    await under.ring();
    expect(await runsOf(accounts)).toEqual(accounts.map(() => once));
    kernel.clock.advance(day);
    await ringUntilEachHas(accounts, [...once, ...once]);
  });

  it('hears a second ring and does no work twice', async () => {
    await under.connect(id(1));
    await eachHas([id(1)], once);
    await kernel.settled();
    kernel.clock.advance(day);
    await Promise.all([under.ring(), under.ring(), under.ring()]);
    await ringUntilEachHas([id(1)], [...once, ...once]);
  });

  it('goes through more due accounts than fit on a page', async () => {
    const accounts = ids(120);
    for (const account of accounts) await under.connect(account);
    await eachHas(accounts, once);
    await kernel.settled();
    kernel.clock.advance(day);
    await ringUntilEachHas(accounts, [...once, ...once]);
  }, 60_000);

  it('leaves an account alone that needs its creator', async () => {
    instagram.profile = trouble({ outcome: 'needs-reauthorization', cause: 'expired' });
    await under.connect(id(1));
    await eachHas([id(1)], ['RefreshStarted', 'RefreshFailed']);
    await kernel.settled();
    kernel.clock.advance(30 * day);
    await under.ring();
    expect(await under.runs(id(1))).toEqual(['RefreshStarted', 'RefreshFailed']);
  });

  it('finds an account that was connected while no server ran', async () => {
    await under.close();
    await kernel.close();
    vault.remove();
    kernel = testKernel({ facts: connectionFacts }, { roles: ['projections'] });
    vault = testVault();
    under = await ingestionUnderTest(kernel, vault, [instagram]);
    await under.connect(id(1));
    await eventually(async () => (await kernel.readModels.get(watchedAccounts, id(1))) !== undefined);
    expect(await under.runs(id(1))).toEqual([]);
    await under.ring();
    expect(await under.runs(id(1))).toEqual(once);
  });

  it('takes an account up that was connected hours ago, while reactions were away, and one that was refreshed since not again', async () => {
    const folder = temporaryFolder();
    const restart = async (...roles: string[]): Promise<void> => {
      await under.close();
      await kernel.close();
      vault.remove();
      kernel = testKernel(
        { facts: connectionFacts },
        { roles: ['projections', ...roles], folder, clock: kernel.clock, keys: kernel.keys, asleep: true },
      );
      vault = testVault();
      await vault.grants.put(id(1), aGrant());
      await vault.grants.put(id(2), aGrant());
      under = await ingestionUnderTest(kernel, vault, [instagram]);
      kernel.consumers.start();
      await kernel.settled();
    };
    await restart('reactors');
    await restart();
    await under.connect(id(1));
    await kernel.settled();
    await under.ring();
    expect(await under.runs(id(1))).toEqual(once);
    await under.connect(id(2));
    kernel.clock.advance(2 * 3_600_000);
    await restart('reactors');
    await eachHas([id(2)], once);
    expect(await under.runs(id(1))).toEqual(once);
    expect(await kernel.operations.parked('refresh-new-account')).toEqual([]);
    await under.close();
    await kernel.close();
    folder.remove();
    kernel = testKernel({ facts: connectionFacts });
    under = await ingestionUnderTest(kernel, vault, [instagram]);
  });

  it('runs four at a time and two of one platform, so that a slow platform keeps no other waiting', async () => {
    let now = 0;
    let most = 0;
    let letGo: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    instagram.profile = async () => {
      now += 1;
      most = Math.max(most, now);
      await gate;
      now -= 1;
      return aProfile();
    };
    for (const account of ids(6)) await under.connect(account);
    await eventually(() => now === 2);
    await under.connect(id(100), 'youtube');
    await eachHas([id(100)], once);
    expect(instagram.asked).toHaveLength(2);
    letGo();
    await eachHas(ids(6), once);
    expect(most).toBe(2);
  });
});
