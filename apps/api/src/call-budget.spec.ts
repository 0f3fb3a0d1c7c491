import { eventually } from '@linkage/event-sourcing/testing';
import { figuresStream, ingestionUnderTest, type IngestionUnderTest } from '@linkage/ingestion/testing';
import {
  createConnectors,
  sandboxClient,
  sandboxHosts,
  type AccessGrant,
  type PlatformRegistry,
} from '@linkage/platforms';
import { grantOf } from '@linkage/platforms/testing';
import { connectionFacts, ingestionFacts, type AccountIdentity } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { Logger } from '@nestjs/common';
import { ChildSandbox } from './testing/child-sandbox';

const hour = 3_600_000;
const most = 24;
const platform = 'twitch';
const now = '2026-11-20T08:00:00.000Z';

describe('a budget of calls', () => {
  let sandbox: ChildSandbox;
  let kernel: TestKernel;
  let vault: TestVault;
  let under: IngestionUnderTest;
  let registry: PlatformRegistry;
  /** By a connector without a budget. */
  let given: readonly { readonly grant: AccessGrant; readonly identity: AccountIdentity }[];
  const accounts = [1, 2, 3, 4, 5, 6].map((each) => `01936000-0000-7000-8000-00000000ac0${each}`);

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    sandbox = await ChildSandbox.start();
    await sandbox.standStillAt(now);
    kernel = testKernel({ facts: [connectionFacts, ingestionFacts] });
    kernel.clock.set(new Date(now));
    vault = testVault();
    const settings = { [platform]: { ...sandboxClient, hosts: sandboxHosts(sandbox.url)[platform] } };
    const environment = { clock: kernel.clock, report: () => undefined };
    registry = createConnectors(settings, environment, { [platform]: { calls: most, everyMs: hour } });
    under = await ingestionUnderTest(kernel, vault, registry);
    const consent = createConnectors(settings, environment).find(platform)!;
    given = await Promise.all(
      (await peopleOf(sandbox.url)).map(async ({ id }) => {
        const grant = await grantOf(consent, { person: id });
        return { grant, identity: await consent.identify(grant) };
      }),
    );
  }, 60_000);
  afterEach(async () => {
    await under.close();
    await kernel.close();
    vault.remove();
    await sandbox.end();
  });

  const called = async (): Promise<number> =>
    Object.values(await sandbox.asked())
      .flatMap((counts) => Object.values(counts))
      .reduce((sum, count) => sum + count, 0);
  const runs = () => Promise.all(accounts.map((account) => under.runs(account)));
  const hasPosts = async (account: string): Promise<boolean> =>
    (await kernel.log.readStream(figuresStream(account))).some(({ type }) => type === 'ContentDiscovered');

  it('is never exceeded by the refreshes of a process, which wait for more of it, and do not fail', async () => {
    let before = await called();
    for (const [index, account] of accounts.entries())
      await under.connect(account, platform, given[index]?.grant, given[index]?.identity);
    const inWindow: number[] = [];
    // A run that met the end of the budget half-way has completed, too, and goes on with the next.
    const isDone = async () => (await Promise.all(accounts.map(hasPosts))).every(Boolean);
    while (!(await isDone())) {
      void under.ring();
      await eventually(async () => {
        const isUsedUp = registry.budgetOf(platform)?.opensAt(kernel.clock.now()) !== null;
        expect(isUsedUp || (await isDone())).toBe(true);
        expect((await runs()).filter((of) => of.at(-1) === 'RefreshStarted')).toEqual([]);
      }, 60_000);
      const now = await called();
      inWindow.push(now - before);
      before = now;
      await sandbox.advance(hour);
      kernel.clock.advance(hour);
    }
    expect(inWindow.filter((calls) => calls > most)).toEqual([]);
    expect(inWindow[0]).toBeGreaterThan(most / 2);
    expect(inWindow.length).toBeGreaterThan(1);
    expect((await runs()).flat()).not.toContain('RefreshFailed');
  }, 240_000);
});

/** Six channels with few posts. */
async function peopleOf(url: string): Promise<readonly { readonly id: string }[]> {
  const answer = (await (await fetch(`${url}/control/api/people`)).json()) as {
    readonly people: readonly { readonly platform: string; readonly id: string; readonly posts: number }[];
  };
  return answer.people
    .filter((person) => person.platform === platform && person.posts > 0)
    .toSorted((one, other) => one.posts - other.posts)
    .slice(0, 6);
}
