import type { Figure, Share } from '@linkage/published-facts';
import { isLoss, type Read } from '../../loss';
import { readingOf } from '../settled';
import { grantOf, type ContractCase, type ContractSubject } from './subject';

const slow = 120_000;
const states = ['value', 'below-threshold', 'not-offered', 'not-applicable', 'permission-missing', 'not-yet'];

const figureIn = <T>(read: Read<Figure<T>> | undefined): Figure<T> => {
  if (read === undefined || isLoss(read)) throw new Error(`expected a figure, not ${read?.lost}`);
  return read;
};
const sharesIn = (part: Read<Figure<readonly Share[]>>): readonly Share[] => {
  const figure = figureIn(part);
  if (figure.is !== 'value') throw new Error(`expected shares, not ${figure.is}`);
  return figure.value;
};
const keysIn = (part: Read<Figure<readonly Share[]>>): string[] => sharesIn(part).map(({ key }) => key);

function expectShares(shares: readonly Share[]): void {
  expect(shares.length).toBeGreaterThan(0);
  expect(shares.every(({ share }) => share > 0 && share <= 1)).toBe(true);
  expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
  expect(new Set(shares.map(({ key }) => key)).size).toBe(shares.length);
}

/** What a refresh reads. */
export function dataContract(of: ContractCase, subject: () => ContractSubject): void {
  const { ordinary, small, silent, busy } = of.people;
  const read = async (person: string, without: string[] = []) => {
    const connector = subject().connector();
    return { connector, ...(await readingOf(connector, await grantOf(connector, { person, without }))) };
  };

  it('reads a profile', async () => {
    const { profile } = await read(ordinary);
    expect(profile).toMatchObject({ username: ordinary, displayName: expect.stringMatching(/./) });
    for (const address of [profile.avatarUrl, profile.profileUrl]) expect(address).toMatch(/^http/);
    for (const figure of Object.values(profile.figures)) expect(states).toContain(figureIn(figure).is);
    const followers = figureIn(profile.figures.followers);
    expect(followers.is === 'value' && followers.value).toBeGreaterThan(1000);
  });

  it('reads an audience in shares of the whole', async () => {
    const { countries, cities, ages, genders } = (await read(ordinary)).audience;
    for (const part of [countries, cities, ages, genders]) expectShares(sharesIn(part));
    expect(keysIn(countries).every((key) => /^[A-Z]{2}$/.test(key) && key !== 'ZZ')).toBe(true);
    expect(keysIn(ages)).toEqual(
      ['13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+'].filter((age) => keysIn(ages).includes(age)),
    );
    expect(keysIn(genders).sort()).toEqual(['female', 'male', 'other']);
  });

  it('says that an audience is too small', async () => {
    const { audience, profile } = await read(small);
    expect(audience).toMatchObject({ ages: { is: 'below-threshold' }, genders: { is: 'below-threshold' } });
    expect(profile.figures.followers).toMatchObject({ is: 'value' });
  });

  it(
    'goes without the sections that were not granted',
    async () => {
      const { profile, audience, batches } = await read(ordinary, [of.audiencePermission]);
      const missing = { is: 'permission-missing' };
      expect(audience).toMatchObject({ countries: missing, cities: missing, ages: missing, genders: missing });
      expect(profile.figures.followers).toMatchObject({ is: 'value' });
      const [first] = batches;
      expect(first!.posts.length).toBeGreaterThan(0);
      for (const { figures } of first!.posts) expect(figures.shares).toEqual(missing);
    },
    slow,
  );

  it(
    'reads content, newest first, each post once, with figures that say what they are',
    async () => {
      const { batches, connector } = await read(ordinary);
      const posts = batches.flatMap((batch) => batch.posts);
      const times = posts.map(({ publishedAt }) => publishedAt);
      expect(times).toEqual([...times].sort().reverse());
      expect(new Set(posts.map(({ contentId }) => contentId)).size).toBe(posts.length);
      for (const post of posts) {
        expect(connector.contentTypes).toContain(post.type);
        expect(post.publishedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(post.expiresAt === null || post.type === 'story').toBe(true);
        expect(post.url).toMatch(/^http/);
      }
      const figures = posts.map((post) => post.figures);
      for (const figure of figures.flatMap((each) => Object.values(each)))
        expect(states).toContain(figureIn(figure).is);
      expect(figures.some(({ likes }) => likes && figureIn(likes).is === 'value')).toBe(true);
      expect(figures.some(({ shares }) => shares && figureIn(shares).is === 'value')).toBe(true);
      expect(figures.every(({ impressions }) => figureIn(impressions).is === 'not-offered')).toBe(true);
      expect(batches.at(-1)?.end).toEqual({
        completeFor: expect.arrayContaining([...connector.contentTypes]) as unknown,
        since: null,
      });
    },
    slow,
  );

  it(
    'reads all of thousands of posts, and says that these are all',
    async () => {
      const { batches, connector } = await read(busy.id);
      const ids = new Set(batches.flatMap(({ posts }) => posts.map(({ contentId }) => contentId)));
      expect(ids.size).toBeGreaterThanOrEqual(busy.posts);
      expect(batches.every(({ posts }) => posts.length <= 200)).toBe(true);
      expect(batches.flatMap(({ missing }) => missing)).toEqual([]);
      expect(batches.at(-1)?.end?.completeFor).toHaveLength(connector.contentTypes.length);
    },
    slow,
  );

  it('finds no content where there is none', async () => {
    const { batches, profile } = await read(silent);
    expect(batches.flatMap(({ posts }) => posts)).toEqual([]);
    expect(profile.figures.followers).toMatchObject({ is: 'value' });
  });
}
