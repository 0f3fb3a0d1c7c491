import type { AccountList, HistoryList, InvitationList, Microsite } from '@linkage/contracts';
import { sentenceText } from '@linkage/contracts';
import { CLOCK } from '@linkage/event-sourcing';
import { eventually } from '@linkage/event-sourcing/testing';
import { platformIds } from '@linkage/platform-guide';
import type { Browser } from './testing/browser';
import { askedSince, ChildSandbox } from './testing/child-sandbox';
import { fillDemoWorkspace } from './testing/fill-demo-workspace';
import { serverUnderTest, type ServerUnderTest } from './testing/server-under-test';

const HOUR = 3_600_000;
/** One for each platform, whose access is refused for a while, and one whose access really ended. */
const slipped = ['🦋 Pixel Moth', 'Yuna Park', 'Glitter Frog', 'Lena Okafor', 'Aiko Mori', 'Tiny Workbench'];
const revoked = 'Hidden Harbour';

describe('accounts whose access a platform refused, and gives again', () => {
  let sandbox: ChildSandbox;
  let linkage: ServerUnderTest;
  let desk: Browser;
  let links: ReadonlyMap<string, string>;

  const now = (): number => linkage.server.app.get<{ now(): Date }>(CLOCK).now().getTime();
  const accounts = async (): Promise<AccountList['items']> =>
    ((await desk.get('/api/accounts?limit=200')).body as AccountList).items;
  const statesAt = async (asOf = ''): Promise<Readonly<Record<string, string>>> => {
    const { items } = (await desk.get(`/api/accounts?limit=200${asOf}`)).body as AccountList;
    return Object.fromEntries(items.map(({ creatorName, health }) => [creatorName, health.state]));
  };
  const all = (state: string) => Object.fromEntries(slipped.map((name) => [name, state]));
  const pass = async (hours: number): Promise<void> => {
    const before = now();
    await sandbox.advance(hours * HOUR);
    await eventually(async () => expect(now() - before).toBeGreaterThan((hours - 1) * HOUR));
  };
  const told = async (search: string): Promise<HistoryList['items']> =>
    (
      (await desk.get(`/api/history?grouped=1&kind=connections&limit=100&search=${encodeURIComponent(search)}`))
        .body as HistoryList
    ).items;

  beforeAll(async () => {
    sandbox = await ChildSandbox.start();
    linkage = await serverUnderTest({ sandboxUrl: sandbox.url });
    await sandbox.registers(linkage.url);
    desk = await linkage.member('Ingrid');
    links = await fillDemoWorkspace(linkage, desk, [...slipped, revoked]);
    await eventually(
      async () => expect((await accounts()).filter(({ lastUpdatedAt }) => lastUpdatedAt === null)).toEqual([]),
      60_000,
    );
  }, 120_000);
  afterAll(async () => {
    await linkage.close();
    await sandbox.end();
  });

  it('are lost, and work again by themselves within hours of the platform’s change of mind; one that was revoked does not', async () => {
    await sandbox.revoke('youtube', 'hiddenharbour');
    for (const platform of platformIds) await sandbox.fault(platform, { kind: 'refused' });
    await pass(25);
    await eventually(
      async () => expect(await statesAt()).toEqual({ ...all('action-needed'), [revoked]: 'action-needed' }),
      60_000,
    );
    const whileLost = new Date(now()).toISOString();
    const before = await sandbox.asked();
    await pass(3);
    await eventually(async () => {
      const asked = Object.entries(askedSince(before, await sandbox.asked()));
      const platforms = asked.filter(([, calls]) => Object.keys(calls).length > 0).map(([of]) => of.split(' ')[0]);
      expect([...new Set(platforms)].sort()).toEqual([...platformIds].sort());
    }, 60_000);
    expect(await statesAt()).toEqual({ ...all('action-needed'), [revoked]: 'action-needed' });

    for (const platform of platformIds) await sandbox.fault(platform, null);
    await pass(7);
    await eventually(
      async () => expect(await statesAt()).toEqual({ ...all('ok'), [revoked]: 'action-needed' }),
      60_000,
    );
    await eventually(async () => {
      const late = (await accounts()).filter(({ lastUpdatedAt }) => (lastUpdatedAt ?? '') < whileLost);
      expect(late.map(({ creatorName }) => creatorName)).toEqual([revoked]);
    }, 60_000);

    const { counts } = (await desk.get('/api/invitations')).body as InvitationList;
    expect(counts).toMatchObject({ all: 7, active: 6, 'action-needed': 1 });
    expect(await statesAt(`&asOf=${whileLost}`)).toEqual({ ...all('action-needed'), [revoked]: 'action-needed' });
    const { platforms } = (await linkage.browser().get(`/api/microsite/${links.get('Lena Okafor')}`)).body as Microsite;
    expect(platforms.flatMap(({ accounts: own }) => own)).toEqual([expect.objectContaining({ cause: null })]);
  }, 240_000);

  it('say so in the history, once for each account', async () => {
    const lines = await told('gives access');
    expect(lines.map(({ type }) => type)).toEqual(slipped.map(() => 'SocialAccountAccessRegained'));
    expect(lines.map(({ sentence }) => sentenceText(sentence))).toContain(
      'Instagram gives access to @pixel.moth again',
    );
    await pass(24);
    await eventually(async () =>
      expect(Object.values(await statesAt()).filter((state) => state === 'ok')).toHaveLength(6),
    );
    expect(await told('gives access')).toHaveLength(6);
    expect(await told('hiddenharbour gives access')).toEqual([]);
  }, 60_000);
});
