import type { AccessGrant, PlatformConnector } from '../../connector';
import { troubleOf } from '../../errors';
import { withFreshAccess } from '../../with-fresh-access';
import { GrantBook } from '../grant-book';
import { readingOf, troubleOfCall } from '../settled';
import { grantOf, type ContractCase, type ContractSubject } from './subject';

const slow = 60_000;

/** The calls that name the account: the only ones that say anything about it. */
const deciding: readonly (readonly [string, (connector: PlatformConnector, grant: AccessGrant) => Promise<unknown>])[] =
  [
    ['identify', (connector, grant) => connector.identify(grant)],
    ['open', (connector, grant) => connector.open(grant)],
  ];

/** What goes wrong, and that only the platform's own word ends a connection. */
export function troubleContract(of: ContractCase, subject: () => ContractSubject): void {
  const { ordinary } = of.people;
  const { endings, expired } = of;

  const faults = [
    ['500', 'platform-down'],
    ['html', 'platform-down'],
    ['cut', 'platform-down'],
    ['timeout', 'platform-down'],
    ['empty', 'unexpected'],
    ['429', 'rate-limited'],
  ] as const;
  describe.each(faults)('under the fault %s', (kind, outcome) => {
    let connector: PlatformConnector;
    let grant: AccessGrant;
    beforeAll(async () => {
      grant = await grantOf(subject().connector(), { person: ordinary });
      connector = subject().connector(kind === 'timeout' ? { timeoutMs: 500 } : {});
      await subject().fault({ kind, times: null });
    }, slow);
    afterAll(() => subject().clearFaults());

    it.each(deciding)(`%s is ${outcome}`, async (_name, ask) => {
      const trouble = await troubleOfCall(ask(connector, grant));
      expect(trouble.outcome).toBe(outcome);
      if (trouble.outcome === 'rate-limited' && trouble.retryAt !== null)
        expect(trouble.retryAt.getTime()).toBeGreaterThan(subject().now().getTime());
    });

    it(`refreshing is ${outcome}, and the access is kept`, async () => {
      const before = { ...grant, accessExpiresAt: subject().now().toISOString() };
      const grants = new GrantBook();
      grants.put('a', before);
      const work = withFreshAccess(grants, connector, 'a', subject().now(), () => Promise.resolve('done'));
      expect((await troubleOfCall(work)).outcome).toBe(outcome);
      expect(await grants.get('a')).toEqual(before);
    });
  });

  it(
    'reads all again after the platform failed',
    async () => {
      const connector = subject().connector();
      const grant = await grantOf(connector, { person: ordinary });
      await subject().fault({ kind: '500', times: 1 });
      const first = await readingOf(connector, grant).catch((error: unknown) => troubleOf(error)?.outcome);
      await subject().clearFaults();
      expect(first).toBe('platform-down');
      const { batches } = await readingOf(connector, grant);
      expect(batches.flatMap(({ posts }) => posts).length).toBeGreaterThan(0);
    },
    slow,
  );

  it(
    'keeps the access alive over months of daily refreshes',
    async () => {
      const connector = subject().connector();
      const grants = new GrantBook();
      grants.put('a', await grantOf(connector, { person: ordinary }));
      const tokens = new Set<string>();
      for (let week = 0; week < 14; week++) {
        await subject().advance(7 * 86_400_000);
        await withFreshAccess(
          grants,
          connector,
          'a',
          subject().now(),
          async (grant) => tokens.add(grant.accessToken) && connector.identify(grant),
        );
      }
      expect(tokens.size > 1).toBe(of.accessLifeMs !== null);
    },
    slow,
  );

  const { accessLifeMs } = of;
  if (accessLifeMs !== null)
    it('says that a token has run out', async () => {
      const connector = subject().connector();
      const grant = await grantOf(connector, { person: ordinary });
      await subject().advance(accessLifeMs + 1000);
      for (const [, ask] of deciding) expect(await troubleOfCall(ask(connector, grant))).toEqual(expired);
    });

  it.each(endings)(
    'loses the access when $person ends it ($by), and has it again after a new consent',
    async ({ by, person, cause }) => {
      const connector = subject().connector();
      const grants = new GrantBook();
      grants.put('a', await grantOf(connector, { person }));
      await subject().end(person, by);
      for (const [, ask] of deciding) {
        const work = withFreshAccess(grants, connector, 'a', subject().now(), (grant) => ask(connector, grant));
        expect(await troubleOfCall(work)).toEqual({ outcome: 'needs-reauthorization', cause });
      }
      grants.put('a', await grantOf(connector, { person }));
      expect(
        await withFreshAccess(grants, connector, 'a', subject().now(), (grant) => connector.identify(grant)),
      ).toMatchObject({ username: person });
    },
  );

  it(
    of.revokes ? 'gives the access back, and again without harm' : 'has no access to give back, and makes no call',
    async () => {
      const connector = subject().connector();
      const grants = new GrantBook();
      const grant = await grantOf(connector, { person: ordinary });
      grants.put('a', grant);
      await connector.revoke(grant);
      await connector.revoke(grant);
      const work = withFreshAccess(grants, connector, 'a', subject().now(), (current) => connector.identify(current));
      const end = await work.then(
        () => 'works',
        (error: unknown) => troubleOf(error)?.outcome,
      );
      expect(end).toBe(of.revokes ? 'needs-reauthorization' : 'works');
    },
  );

  it('reports nothing that a token, a secret or an address with one stands in', () => {
    for (const report of subject().reports)
      expect(JSON.stringify(report)).not.toMatch(
        /ya29|IGAA|1\/\/0|act\.|rft\.|linkage-sandbox-secret|access_token=|http:/,
      );
  });
}
