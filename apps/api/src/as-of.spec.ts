import type { Microsite } from '@linkage/contracts';
import {
  CLOCK,
  ConsumerOperations,
  Consumers,
  FactLog,
  type Kernel,
  pageOf,
  type Projection,
  readAsOf,
  READ_STORE,
  ReadModels,
  type ReadStore,
} from '@linkage/event-sourcing';
import { eventually } from '@linkage/event-sourcing/testing';
import type { Browser } from './testing/browser';
import { ChildSandbox } from './testing/child-sandbox';
import { fillDemoWorkspace } from './testing/fill-demo-workspace';
import { serverUnderTest, type ServerUnderTest } from './testing/server-under-test';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- every projection of the product, whatever its rows
type AnyProjection = Projection<any, any>;

const HOUR = 3_600_000;
const lists = [
  '/api/invitations?limit=200',
  '/api/invitations?status=active&sort=name',
  '/api/accounts?limit=200',
  '/api/accounts?sort=followers&search=a',
  '/api/attempts?result=all',
];

/** Pictures are no facts: one that was fetched later is shown for earlier days, too (ADR 26). */
const unseen = (text: string): string => text.replaceAll(/"\/pictures\/[^"]*"/g, 'null');

describe('the demo workspace, looked back on', () => {
  let sandbox: ChildSandbox;
  let linkage: ServerUnderTest;
  let desk: Browser;
  let links: ReadonlyMap<string, string>;
  let workspaceId: string;
  /** What the API answered at each noted moment, path by path. */
  const noted = new Map<string, ReadonlyMap<string, string>>();

  const part = <Part>(token: Parameters<ServerUnderTest['server']['app']['get']>[0]): Part =>
    linkage.server.app.get(token);
  const now = (): Date => part<{ now(): Date }>(CLOCK).now();
  const accounts = async (): Promise<
    { accountId: string; lastUpdatedAt: string | null; health: { state: string } }[]
  > => (await desk.get('/api/accounts?limit=200')).body.items;

  /** Nothing is under way: every consumer has done its work, and no account waits for figures since then. */
  const quiet = (since: Date) =>
    eventually(async () => {
      for (const { lastUpdatedAt, health } of await accounts())
        if (health.state === 'ok' && (lastUpdatedAt ?? '') < since.toISOString())
          throw new Error('An account is being refreshed.');
      const before = await part<FactLog>(FactLog).head();
      const waiting = (await part<ConsumerOperations>(ConsumerOperations).status()).filter(({ behind }) => behind);
      if (waiting.length > 0) throw new Error(`Still at work: ${waiting.map(({ name }) => name).join(', ')}`);
      if ((await part<FactLog>(FactLog).head()) !== before) throw new Error('Facts are still being appended.');
    }, 60_000);

  const paths = async (): Promise<string[]> => [
    ...lists,
    ...(await accounts()).flatMap(({ accountId }) =>
      ['', '/audience', '/content?limit=200'].map((of) => `/api/accounts/${accountId}${of}`),
    ),
  ];
  const note = async (): Promise<void> => {
    const moment = now().toISOString();
    noted.set(
      moment,
      new Map(await Promise.all((await paths()).map(async (path) => [path, (await desk.get(path)).text] as const))),
    );
  };

  beforeAll(async () => {
    sandbox = await ChildSandbox.start();
    linkage = await serverUnderTest({ sandboxUrl: sandbox.url });
    await sandbox.registers(linkage.config.publicUrl);
    desk = await linkage.member('Ingrid');
    workspaceId = (await desk.get('/api/session')).body.workspace.workspaceId;
    const start = now();
    links = await fillDemoWorkspace(linkage, desk, [
      'Amélie Rousseau',
      'Kwame Asante',
      'Mira Lindqvist',
      'Yuna Park',
      'Nightshift Live',
      'Zoë Papadaki',
    ]);
    await quiet(start);
    await note();

    await sandbox.revoke('youtube', 'kwamecuts');
    const dayBefore = now();
    await sandbox.advance(25 * HOUR);
    await eventually(async () => expect(now().getTime() - dayBefore.getTime()).toBeGreaterThan(24 * HOUR));
    await quiet(new Date(dayBefore.getTime() + 20 * HOUR));
    await note();

    const link = links.get('Yuna Park');
    const { platforms } = (await linkage.browser().get(`/api/microsite/${link}`)).body as Microsite;
    const [yuna] = platforms.flatMap(({ accounts: connected }) => connected);
    expect((await linkage.browser().post(`/api/microsite/${link}/accounts/${yuna?.accountId}/disconnect`)).status).toBe(
      202,
    );
    const { items } = (await desk.get('/api/invitations?search=zo')).body;
    await desk.post(`/api/invitations/${items[0].invitationId}/withdraw`);
    await quiet(dayBefore);
    await note();
    await sandbox.advance(HOUR);
  }, 180_000);
  afterAll(async () => {
    await linkage.close();
    await sandbox.end();
  });

  it('shows in every list and account what the API answered at each noted moment', async () => {
    expect(noted.size).toBe(3);
    const states = [...noted.values()].map((answers) => JSON.parse(answers.get(lists[0] ?? '') ?? '').counts);
    expect(states).toMatchObject([
      { all: 6, 'action-needed': 0 },
      { all: 6, 'action-needed': 1 },
      { all: 5, 'action-needed': 2 },
    ]);
    for (const [moment, answers] of noted) {
      for (const [path, then] of answers) {
        const answer = await desk.get(`${path}${path.includes('?') ? '&' : '?'}asOf=${moment}`);
        expect({ path, moment, text: unseen(answer.text) }).toEqual({ path, moment, text: unseen(then) });
        expect(answer.headers.get('x-linkage-as-of')).toBe(moment);
      }
    }
  }, 60_000);

  it('equals the serving read models, byte for byte and in every projection, when it looks back to now', async () => {
    await quiet(new Date(0));
    const projections = [...part<Kernel['consumers']>(Consumers).projections.values()].map(
      ({ projection }) => projection as AnyProjection,
    );
    const moment = now();
    const rowsOf = async (from: Pick<ReadModels, 'page'>, projection: AnyProjection): Promise<readonly string[]> => {
      const rows: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await from.page(projection, { where: {}, sort: [], limit: 200, ...(cursor && { cursor }) });
        rows.push(...page.rows.map((row) => JSON.stringify(row)));
        if (page.next === null) return rows;
        cursor = page.next;
      }
    };
    const serving = {
      page: (projection: AnyProjection, request) => pageOf(part<ReadStore>(READ_STORE), projection.collection, request),
    } as Pick<ReadModels, 'page'>;
    const counted: Record<string, number> = {};
    for (const projection of projections) {
      const live = await rowsOf(serving, projection);
      const replayed = await readAsOf({ workspaceId, moment }, () => rowsOf(part<ReadModels>(ReadModels), projection));
      expect({ of: projection.name, rows: replayed }).toEqual({ of: projection.name, rows: live });
      counted[projection.name] = live.length;
    }
    expect(counted).toMatchObject({
      'invitation-list': 6,
      'account-list': 5,
      'attempt-list': 7,
      'account-profile': 5,
      'account-audience': 5,
    });
    expect(counted['account-content']).toBeGreaterThan(50);
  }, 60_000);

  it('was empty before the workspace was there', async () => {
    for (const path of lists) {
      const { status, body } = await desk.get(`${path}&asOf=2020-01-01T00:00:00Z`);
      expect({ path, status, items: body.items, all: body.counts.all }).toEqual({
        path,
        status: 200,
        items: [],
        all: 0,
      });
    }
  });

  it('tells what a day has changed in an account', async () => {
    const [first, second] = [...noted.keys()];
    const [account] = await accounts();
    const { status, body } = await desk.get(
      `/api/accounts/${account?.accountId}/differences?from=${first}&to=${second}`,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ from: first, to: second, connectedThen: true });
    const then = JSON.parse(noted.get(first ?? '')?.get(`/api/accounts/${account?.accountId}`) ?? '');
    expect(body.figures.map(({ name, then: figure }: { name: string; then: unknown }) => ({ name, figure }))).toEqual(
      then.figures,
    );
  });
});
