import type { AccessGrant } from '../../connector';
import { troubleOf } from '../../errors';
import { readingOf, type WholeReading } from '../settled';
import { strangeMeaningOf, strangeOf, type StrangeKind } from './strange';
import { goThroughConsent, grantOf, redirectUriOf, type ContractCase, type ContractSubject } from './subject';

const slow = 120_000;

/**
 * Names of the data points that are other than they were: `profile.reach28d`, `audience.ages`, `post.likes`, `posts`.
 */
function changesIn(now: WholeReading, before: WholeReading): string[] {
  const compare = (name: string, one: object, other: object): string[] =>
    Object.keys({ ...one, ...other }).flatMap((key) => {
      const [now, was] = [one[key as never] as unknown, other[key as never] as unknown];
      if (key === 'figures') return compare(name, now as object, was as object);
      return JSON.stringify(now) === JSON.stringify(was) ? [] : [`${name}.${key === 'typeLost' ? 'type' : key}`];
    });
  const posts = new Map(now.batches.flatMap((batch) => batch.posts).map((post) => [post.contentId, post]));
  const ofPosts = before.batches
    .flatMap((batch) => batch.posts)
    .flatMap((was) => {
      const post = posts.get(was.contentId);
      return post === undefined ? ['posts'] : compare('post', post, was);
    });
  const all = [
    ...compare('profile', now.profile, before.profile),
    ...compare('audience', now.audience, before.audience),
  ];
  return [...new Set([...all, ...ofPosts])];
}

/** A call that costs posts may cost what stands in them; the names of what a call costs have `figures` in them. */
const isIn = (costs: readonly string[], change: string): boolean =>
  costs.map((cost) => cost.replace('.figures', '')).includes(change) ||
  (costs.includes('posts') && change.startsWith('post.'));

const isOfMetrics = (kind: StrangeKind): boolean => kind === 'under-threshold' || kind === 'metric-retired';

/** Answers that no rule speaks of: they cost no more than what the call is for, and delete nothing. */
export function strangeContract(of: ContractCase, subject: () => ContractSubject): void {
  const wholes = new Map<string, { readonly grant: AccessGrant; readonly whole: WholeReading }>();
  const wholeOf = async (person: string) => {
    const connector = subject().connector();
    const grant = await grantOf(connector, { person });
    const known = wholes.get(person) ?? { grant, whole: await readingOf(connector, grant) };
    wholes.set(person, known);
    return known;
  };
  afterEach(() => subject().clearFaults());

  it('wrong-type where access is given and renewed: the tokens are kept', async () => {
    const connector = subject().connector();
    const { answer, verifier } = await goThroughConsent(connector, { person: of.people.sparing });
    const code = 'code' in answer ? answer.code : '';
    await subject().fault({ kind: 'wrong-type', times: null });
    const given = await connector.exchangeCode({ code, redirectUri: redirectUriOf(connector), ...verifier });
    if (of.accessLifeMs === null) return;
    await subject().advance(2 * 86_400_000);
    const renewed = await connector.refreshAccess(given, new Date(given.accessExpiresAt ?? NaN));
    await subject().clearFaults();
    expect(renewed?.accessToken).toMatch(/./);
    expect(await connector.identify(renewed!)).toMatchObject({ username: of.people.sparing });
  });

  const table = of.calls.flatMap((call) =>
    strangeOf(of)
      .filter((kind) => !isOfMetrics(kind) || /insights|reports/.test(call.path))
      .map((kind) => ({ kind, ...call })),
  );
  it.each(table)(
    '$kind on $path',
    async ({ kind, path, decides, costs, isUncounted }) => {
      // Pages follow each other only where there are many posts.
      const isOfPages = kind === 'duplicate-page' || kind === 'shifted-page';
      const { grant, whole } = await wholeOf(isOfPages ? of.people.ordinary : of.people.sparing);
      await subject().fault({ kind, times: null, path: isOfPages ? path.replace(':page', 'nowhere') : path });
      let reading: WholeReading;
      try {
        reading = await readingOf(subject().connector(), grant);
      } catch (error) {
        expect({ decides, is: troubleOf(error)?.outcome }).toEqual({
          decides: true,
          is: expect.any(String) as unknown,
        });
        expect(['needs-reauthorization', 'refresh-token']).not.toContain(troubleOf(error)?.outcome);
        return;
      }
      const changes = changesIn(reading, whole);
      if (decides !== true) expect(changes.filter((change) => !isIn(costs, change))).toEqual([]);
      const ids = reading.batches.flatMap(({ posts }) => posts.map(({ contentId }) => contentId));
      expect(new Set(ids).size).toBe(ids.length);
      if (strangeMeaningOf(kind).keepsPosts) expect(changes).not.toContain('posts');
      if (kind === 'empty-list' && (decides || isUncounted)) return;
      const complete = reading.batches.at(-1)?.end?.completeFor ?? [];
      const gone = whole.batches.flatMap(({ posts }) => posts).filter(({ contentId }) => !ids.includes(contentId));
      expect(gone.filter(({ type }) => complete.includes(type))).toEqual([]);
    },
    slow,
  );
}
