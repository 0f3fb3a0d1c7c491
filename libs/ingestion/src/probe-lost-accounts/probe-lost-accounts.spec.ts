import { eventually } from '@linkage/event-sourcing/testing';
import { CallBudget, PlatformError, PlatformRegistry, type PlatformTrouble } from '@linkage/platforms';
import { connectionFacts } from '@linkage/published-facts';
import { temporaryFolder, testKernel, type TestKernel } from '@linkage/stores/testing';
import { openVault } from '@linkage/vault';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { Logger } from '@nestjs/common';
import { ingestionUnderTest, type IngestionUnderTest } from '../ingestion.harness';
import { anAccessLost, anAccessRegained, anAccountDisconnected } from '../refresh/refresh.fixtures';
import { aGrant, ScriptedConnector, trouble } from '../refresh/scripted-connector.fixtures';
import { watchedAccounts } from '../refresh/watched-accounts.projection';
import { LastProbes } from './last-probes.service';
import { LostAccountProbe } from './lost-account-probe.service';

const hour = 3_600_000;
const day = 24 * hour;
const id = (n: number) => `01936000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const once = ['RefreshStarted', 'RefreshCompleted'];
const refused = { outcome: 'needs-reauthorization', cause: 'no-longer-valid' } as const;

describe('asking again about accounts whose access was lost', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let kernel: TestKernel;
  let vault: TestVault;
  let instagram: ScriptedConnector;
  let youtube: ScriptedConnector;
  let budget: CallBudget;
  let under: IngestionUnderTest;

  const start = async (): Promise<void> => {
    under = await ingestionUnderTest(
      kernel,
      openVault({ directory: vault.directory }),
      new PlatformRegistry([instagram, youtube], new Map([['instagram', budget]])),
    );
  };

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    folder = temporaryFolder();
    [kernel, vault] = [testKernel({ facts: connectionFacts }, { folder }), testVault()];
    [instagram, youtube] = [new ScriptedConnector('instagram'), new ScriptedConnector('youtube')];
    budget = new CallBudget({ calls: 100, everyMs: hour });
    await start();
  });
  afterEach(async () => {
    await under.close();
    await kernel.close();
    vault.remove();
    folder.remove();
  });

  const lose = async (n = 1, platform: 'instagram' | 'youtube' = 'instagram'): Promise<void> => {
    await under.connect(id(n), platform);
    await eventually(async () => expect(await under.runs(id(n))).toEqual(once), 20_000);
    const { data } = anAccessLost();
    await under.say(id(n), {
      type: 'SocialAccountAccessLost',
      data: { ...data, cause: 'expired', accountId: id(n), platform },
    });
    await kernel.settled();
  };
  const asked = (of = instagram) => of.asked.filter((call) => call.startsWith('identify')).length;
  const later = async (ms: number): Promise<number> => {
    kernel.clock.advance(ms);
    const count = await under.probe();
    await kernel.settled();
    return count;
  };
  const heardOf = async (n = 1) => (await under.runs(id(n))).slice(once.length);

  it('records that the account answered again, once, because of its loss; the regained account is refreshed', async () => {
    await lose();
    expect(await later(hour)).toBe(0);
    expect(await later(2 * hour)).toBe(1);
    expect(await heardOf()).toEqual(['AccountAnsweredAgain']);
    const [loss] = await kernel.log.readStream(`account-${id(1)}`, { backwards: true });
    const [answer] = await kernel.log.readStream(`refresh-${id(1)}`, { backwards: true });
    expect(answer?.causationId).toBe(loss?.id);
    expect(answer?.correlationId).not.toBe(loss?.correlationId);

    expect(await later(2 * day)).toBe(0);
    await under.say(id(1), { ...anAccessRegained(), data: { ...anAccessRegained().data, accountId: id(1) } } as never);
    await eventually(async () => expect(await heardOf()).toEqual(['AccountAnsweredAgain', ...once]), 20_000);
    expect(asked()).toBe(1);
  });

  it('asks two and eight hours after the loss, then once a day; while it is refused, nothing is recorded', async () => {
    await lose();
    instagram.identity = trouble(refused);
    for (let hours = 0; hours < 72; hours += 1) await later(hour);
    expect(asked()).toBe(2 + 2);
    expect(await heardOf()).toEqual([]);
  });

  it('stops after thirty days', async () => {
    await lose();
    instagram.identity = trouble(refused);
    for (let days = 0; days < 40; days += 1) await later(day);
    expect(asked()).toBe(30);
    instagram.identity = new ScriptedConnector().identity;
    expect(await later(day)).toBe(0);
    expect(await heardOf()).toEqual([]);
  });

  it('does not ask anew after a restart', async () => {
    await lose();
    instagram.identity = trouble(refused);
    expect(await later(3 * hour)).toBe(1);
    await under.close();
    await kernel.close();
    const { clock, keys } = kernel;
    kernel = testKernel({ facts: connectionFacts }, { folder, clock, keys });
    await start();
    await kernel.settled();
    expect(await later(hour)).toBe(0);
    expect(await later(6 * hour)).toBe(1);
  });

  it('takes the answer of another account for none', async () => {
    await lose();
    const { identity } = instagram;
    instagram.identity = async (grant) => ({ ...(await identity(grant)), platformAccountId: 'another-account' });
    expect(await later(3 * hour)).toBe(1);
    expect(await heardOf()).toEqual([]);
  });

  it('renews the access where it must, and keeps what it was given', async () => {
    await lose();
    instagram.identity = (grant) =>
      grant.accessToken === 'access-1'
        ? trouble({ outcome: 'refresh-token' })()
        : new ScriptedConnector().identity(grant);
    instagram.renewed = (grant) =>
      grant.accessExpiresAt === null ? null : { ...aGrant('access-2'), refreshToken: 'refresh-2' };
    expect(await later(3 * hour)).toBe(1);
    expect(await heardOf()).toEqual(['AccountAnsweredAgain']);
    expect(await vault.grants.get(id(1))).toMatchObject({ accessToken: 'access-2', refreshToken: 'refresh-2' });
  });

  it.each([
    ['whose access was removed on purpose', () => vault.grants.remove(id(1))],
    [
      'that was disconnected',
      () =>
        under.say(id(1), {
          ...anAccountDisconnected(),
          data: { ...anAccountDisconnected().data, accountId: id(1) },
        } as never),
    ],
    ['that is connected again', () => under.connect(id(1))],
  ])('never asks about an account %s', async (_what, change) => {
    await lose();
    await change();
    await kernel.settled();
    for (let days = 0; days < 3; days += 1) expect(await later(day)).toBe(0);
    expect(asked()).toBe(0);
  });

  it('waits for a refresh of the account that is under way', async () => {
    await lose();
    await vault.locks.withLock(`refresh/${id(1)}`, async () => expect(await later(3 * hour)).toBe(0));
    expect(await later(0)).toBe(1);
  });

  it('asks only while there is room in the platform’s budget, which other platforms do not mind', async () => {
    await lose(1);
    await lose(2, 'youtube');
    kernel.clock.advance(3 * hour);
    for (let calls = 0; calls < 90; calls += 1) await budget.take(kernel.clock.now(), 'usual');
    expect(await later(0)).toBe(1);
    expect([asked(), asked(youtube)]).toEqual([0, 1]);
    expect(await later(hour)).toBe(1);
    expect(await heardOf()).toEqual(['AccountAnsweredAgain']);
  });

  it.each<[string, () => PlatformTrouble]>([
    ['asks for it', () => ({ outcome: 'rate-limited', retryAt: new Date(kernel.clock.now().getTime() + hour) })],
    ['is away', () => ({ outcome: 'platform-down' })],
  ])('leaves a platform alone that %s, and asks about the others afterwards', async (_what, of) => {
    await lose(1);
    await lose(2);
    instagram.identity = () => {
      throw new PlatformError(of(), 'x');
    };
    expect(await later(3 * hour)).toBe(1);
    expect(await later(0)).toBe(0);
    instagram.identity = new ScriptedConnector().identity;
    expect(await later(hour)).toBe(1);
    expect(await later(8 * hour)).toBe(1);
    expect([await heardOf(1), await heardOf(2)]).toEqual([['AccountAnsweredAgain'], ['AccountAnsweredAgain']]);
  });

  it('asks fifty of a platform with one ring, and the others with the next', async () => {
    await lose();
    const row = await kernel.readModels.get(watchedAccounts, id(1));
    expect(row).toMatchObject({ lostAt: kernel.clock.now().getTime(), dueAt: null });
    instagram.identity = trouble(refused);
    const { data } = anAccessLost();
    for (let n = 2; n <= 60; n += 1) {
      await under.connect(id(n));
      await under.say(id(n), {
        type: 'SocialAccountAccessLost',
        data: { ...data, cause: 'expired', accountId: id(n) },
      });
    }
    await kernel.settled();
    expect(await later(3 * hour)).toBe(50);
    expect(await later(300_000)).toBe(10);
    expect(await later(300_000)).toBe(0);
  });

  it('two processes record one answer, and ask once', async () => {
    await lose();
    kernel.clock.advance(3 * hour);
    const time = kernel.clock.now().getTime() - hour;
    const account = (await kernel.readModels.get(watchedAccounts, id(1)))!;
    const second = openVault({ directory: vault.directory });
    const processes = [vault, second].map(
      ({ grants, locks, secrets }) =>
        new LostAccountProbe(kernel.log, grants, locks, new LastProbes(secrets, kernel.clock), kernel.clock),
    );
    const answers = await Promise.all(processes.map((process) => process.probe(account, instagram, time)));
    second.close();
    expect([...answers].sort()).toEqual(['answered', 'not-asked']);
    expect(asked()).toBe(1);
    expect(await heardOf()).toEqual(['AccountAnsweredAgain']);
  });

  it('of two that both asked, since locks and memory were lost, one records', async () => {
    await lose();
    kernel.clock.advance(3 * hour);
    const account = (await kernel.readModels.get(watchedAccounts, id(1)))!;
    const elsewhere = testVault();
    await elsewhere.grants.put(id(1), aGrant());
    const arrived: (() => void)[] = [];
    instagram.identity = async (grant) => {
      await new Promise<void>((resolve) => {
        arrived.push(resolve);
        if (arrived.length === 2) for (const go of arrived) go();
      });
      return new ScriptedConnector().identity(grant);
    };
    await Promise.all(
      [vault, elsewhere].map(({ grants, locks, secrets }) =>
        new LostAccountProbe(kernel.log, grants, locks, new LastProbes(secrets, kernel.clock), kernel.clock).probe(
          account,
          instagram,
          kernel.clock.now().getTime() - hour,
        ),
      ),
    );
    elsewhere.remove();
    expect(asked()).toBe(2);
    expect(await heardOf()).toEqual(['AccountAnsweredAgain']);
  });
});
