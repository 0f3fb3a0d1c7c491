import type { AccessGrant, PlatformConnector } from '../../connector';
import type { PlatformTrouble } from '../../errors';
import { isLoss, type LossReason } from '../../loss';
import type { PostReading } from '../../reading';
import { withFreshAccess } from '../../with-fresh-access';
import { GrantBook } from '../grant-book';
import { readingOf, troubleOfCall, type WholeReading } from '../settled';
import { faultsOf, meaningOf } from './faults';
import { grantOf, type ContractCase, type ContractSubject } from './subject';

const slow = 60_000;

const postsIn = ({ batches }: Pick<WholeReading, 'batches'>): ReadonlyMap<string, PostReading> =>
  new Map(batches.flatMap(({ posts }) => posts).map((post) => [post.contentId, post]));

/** Paths of data points that are lost; those that are not have to be as they were. */
function lostIn(now: unknown, before: unknown, path = ''): string[] {
  if (isLoss(now)) return [path];
  if (typeof now !== 'object' || now === null || typeof before !== 'object' || before === null) {
    expect({ path, is: now }).toEqual({ path, is: before });
    return [];
  }
  const names = Object.keys(before).filter((name) => name !== 'typeLost');
  const guessed = 'typeLost' in now && !('typeLost' in before) ? [`${path}.type`] : [];
  return names
    .flatMap((name) => (name in now ? lostIn(now[name as never], before[name as never], `${path}.${name}`) : []))
    .concat(guessed);
}

/** Why anything is missing, each reason once. */
function reasonsIn(reading: unknown): LossReason[] {
  if (isLoss(reading)) return [reading.lost];
  if (typeof reading !== 'object' || reading === null) return [];
  return [...new Set(Object.values(reading).flatMap(reasonsIn))];
}

/** What remains of the trouble after a fresh token was tried, too. */
const endOf = (connector: PlatformConnector, grant: AccessGrant): Promise<PlatformTrouble> => {
  const grants = new GrantBook();
  grants.put('a', grant);
  const now = new Date(grant.issuedAt);
  return troubleOfCall(withFreshAccess(grants, connector, 'a', now, (fresh) => connector.open(fresh)));
};

/** Every fault on every call: a call that fails costs its own data points and nothing else. */
export function lossContract(of: ContractCase, subject: () => ContractSubject): void {
  let grant: AccessGrant;
  let whole: WholeReading;
  beforeAll(async () => {
    const connector = subject().connector();
    grant = await grantOf(connector, { person: of.people.sparing });
    whole = await readingOf(connector, grant);
  }, slow);
  afterEach(() => subject().clearFaults());

  const table = of.calls.flatMap((call) => faultsOf(of).map((fault) => ({ fault, ...call })));
  it.each(table)(
    '$fault on $path',
    async ({ fault, path, decides, costs: usual, costsOf }) => {
      const connector = subject().connector(['timeout', 'drip'].includes(fault) ? { timeoutMs: 500 } : {});
      await subject().fault({ kind: fault, times: null, path });
      const { named, cause = of.refused, lost: reason } = meaningOf(fault, of);
      const reading = readingOf(connector, grant);
      if (decides) {
        const trouble = await troubleOfCall(reading);
        const isEnd = ['needs-reauthorization', 'refresh-token'].includes(trouble.outcome);
        expect(isEnd ? 'ended' : trouble.outcome).toBe(named);
        if (isEnd) expect(await endOf(connector, grant)).toEqual({ outcome: 'needs-reauthorization', cause });
        return;
      }
      const costs = costsOf?.[fault] ?? usual;
      const { profile, audience, batches, accessIsInDoubt } = await reading;
      const lost = [...lostIn(profile, whole.profile, 'profile'), ...lostIn(audience, whole.audience, 'audience')];
      const posts = postsIn({ batches });
      for (const [id, post] of postsIn(whole)) {
        const now = posts.get(id);
        if (now !== undefined) lost.push(...lostIn(now, post, 'post'));
        else lost.push('posts');
      }
      const kinds = [...new Set(lost.map((each) => each.replace(/^profile\.figures\./, 'profile.')))].sort();
      expect(kinds).toEqual([...costs].sort());
      expect(reasonsIn({ profile, audience, batches })).toEqual(costs.length === 0 ? [] : [reason]);
      expect(accessIsInDoubt).toBe(costs.length > 0 && named === 'ended');
      if (!costs.includes('posts')) return;
      expect(batches.flatMap(({ missing }) => missing).length).toBeGreaterThan(0);
      const complete = batches.at(-1)?.end?.completeFor ?? [];
      const types = new Set(
        [...postsIn(whole).values()].filter(({ contentId }) => !posts.has(contentId)).map(({ type }) => type),
      );
      expect(complete.filter((type) => types.has(type))).toEqual([]);
    },
    slow,
  );
}
