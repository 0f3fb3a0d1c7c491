import { platformData } from '@linkage/platform-guide';
import type { ContentFigure, Figure, Share } from '@linkage/published-facts';
import { isLoss, type Read } from '../../loss';
import { readingOf } from '../settled';
import { grantOf, type ContractCase, type ContractSubject } from './subject';

const slow = 120_000;
const parts = ['countries', 'cities', 'ages', 'genders'] as const;
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
  const { optional, counted } = of;
  const { content, audience: audienceData } = platformData[of.platform];
  const told = parts.filter((part) => audienceData[part].notOffered === undefined);
  const notOffered = (Object.keys(content) as ContentFigure[]).filter((name) => content[name].notOffered !== undefined);
  const read = async (person: string, without: string[] = []) => {
    const connector = subject().connector();
    return { connector, ...(await readingOf(connector, await grantOf(connector, { person, without }))) };
  };

  it('says which account it reads, by the id that it was connected with', async () => {
    const connector = subject().connector();
    const grant = await grantOf(connector, { person: ordinary });
    const { platformAccountId } = await connector.identify(grant);
    expect(platformAccountId).toMatch(/./);
    expect((await connector.open(grant)).platformAccountId).toBe(platformAccountId);
  });

  it('reads a profile', async () => {
    const { profile } = await read(ordinary);
    expect(profile).toMatchObject({ username: ordinary, displayName: expect.stringMatching(/./) });
    for (const address of [profile.avatarUrl, profile.profileUrl]) expect(address).toMatch(/^http/);
    for (const figure of Object.values(profile.figures)) expect(states).toContain(figureIn(figure).is);
    const followers = figureIn(profile.figures.followers);
    expect(followers.is === 'value' && followers.value).toBeGreaterThan(1000);
  });

  if (small === undefined) {
    it('says that the platform tells nothing of an audience', async () => {
      const none = { is: 'not-offered' };
      const { audience } = await read(ordinary);
      expect(audience).toMatchObject({ countries: none, cities: none, ages: none, genders: none });
    });
  } else {
    it('reads an audience in shares of the whole', async () => {
      const { audience } = await read(ordinary);
      for (const part of told) expectShares(sharesIn(audience[part]));
      for (const part of parts.filter((each) => !told.includes(each)))
        expect(audience[part]).toEqual({ is: 'not-offered' });
      expect(keysIn(audience.countries).every((key) => /^[A-Z]{2}$/.test(key) && key !== 'ZZ')).toBe(true);
      const ages = told.includes('ages') ? keysIn(audience.ages) : [];
      expect(ages).toEqual(
        ['13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+'].filter((age) => ages.includes(age)),
      );
      if (told.includes('genders')) expect(keysIn(audience.genders).sort()).toEqual(['female', 'male', 'other']);
    });

    it('says that an audience is too small', async () => {
      const { audience, profile } = await read(small);
      const ofPeople = told.filter((part) => part === 'ages' || part === 'genders');
      for (const part of ofPeople.length > 0 ? ofPeople : told)
        expect(audience[part]).toEqual({ is: 'below-threshold' });
      expect(profile.figures.followers).toMatchObject({ is: 'value' });
    });
  }

  if (optional) {
    it(
      'goes without what was not granted',
      async () => {
        const { profile, audience, batches } = await read(ordinary, [optional.permission]);
        const posts = batches.flatMap((batch) => batch.posts);
        const inPart: Readonly<Record<string, readonly object[]>> = {
          profile: [profile.figures],
          audience: [audience],
          post: posts.map(({ figures }) => figures),
        };
        expect(posts.length > 0).toBe(!optional.empties.includes('posts'));
        for (const name of optional.empties) {
          const [part = '', point = ''] = name.split('.');
          if (part === 'posts') {
            const losses = batches.flatMap(({ missing }) => missing);
            expect(losses).toMatchObject([{ part: 'posts', loss: { lost: 'permission-missing' } }]);
          } else
            for (const data of inPart[part] ?? []) expect(data).toHaveProperty(point, { is: 'permission-missing' });
        }
      },
      slow,
    );
  }

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
      for (const name of counted)
        expect(figures.some((each) => each[name] && figureIn(each[name]).is === 'value')).toBe(true);
      for (const name of notOffered)
        expect(figures.every((each) => ['not-offered', 'not-applicable'].includes(figureIn(each[name]).is))).toBe(true);
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
