import type { AccessGrant } from '../../connector';
import { isLoss } from '../../loss';
import type { PostReading } from '../../reading';
import { readingOf, troubleOfCall, type WholeReading } from '../settled';
import { grantOf, type ContractCase, type ContractSubject, type FaultKind } from './subject';

const slow = 60_000;
const faults: readonly FaultKind[] = ['500', 'html', 'cut', 'timeout', 'empty', '429', 'refused'];

const postsIn = ({ batches }: WholeReading): ReadonlyMap<string, PostReading> =>
  new Map(batches.flatMap(({ posts }) => posts).map((post) => [post.contentId, post]));

/** Paths of data points that are lost; those that are not have to be as they were. */
function lostIn(now: unknown, before: unknown, path = ''): string[] {
  if (isLoss(now)) return [path];
  if (typeof now !== 'object' || now === null || typeof before !== 'object' || before === null) {
    expect({ path, is: now }).toEqual({ path, is: before });
    return [];
  }
  const names = Object.keys(before).filter((name) => name !== 'typeLost');
  return names.flatMap((name) =>
    name in now ? lostIn(now[name as never], before[name as never], `${path}.${name}`) : [],
  );
}

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

  const table = of.calls.flatMap((call) => faults.map((fault) => ({ fault, ...call })));
  it.each(table)(
    '$fault on $path',
    async ({ fault, path, decides, costs }) => {
      const connector = subject().connector(fault === 'timeout' ? { timeoutMs: 150 } : {});
      await subject().fault({ kind: fault, times: null, path });
      const reading = readingOf(connector, grant);
      if (decides) {
        const trouble = await troubleOfCall(reading);
        const breaks = ['needs-reauthorization', 'refresh-token'].includes(trouble.outcome);
        expect(breaks).toBe(fault === 'refused');
        return;
      }
      const { profile, audience, batches } = await reading;
      const lost = [...lostIn(profile, whole.profile, 'profile'), ...lostIn(audience, whole.audience, 'audience')];
      const posts = postsIn({ profile, audience, batches });
      for (const [id, post] of postsIn(whole)) {
        const now = posts.get(id);
        if (now !== undefined) lost.push(...lostIn(now, post, 'post'));
        else lost.push('posts');
      }
      const kinds = [...new Set(lost.map((each) => each.replace(/^profile\.figures\./, 'profile.')))].sort();
      expect(kinds).toEqual([...costs].sort());
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
