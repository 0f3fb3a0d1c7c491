import type { Figure, Share } from '@linkage/published-facts';
import { batchesOf } from '../settled';
import { grantOf, type ContractCase, type ContractSubject } from './subject';

const slow = 120_000;
const states = ['value', 'below-threshold', 'not-offered', 'not-applicable', 'permission-missing', 'not-yet'];

function expectShares(part: Figure<readonly Share[]>): void {
  if (part.is !== 'value') throw new Error(`expected shares, not ${part.is}`);
  expect(part.value.length).toBeGreaterThan(0);
  expect(part.value.every(({ share }) => share > 0 && share <= 1)).toBe(true);
  expect(part.value.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
  expect(new Set(part.value.map(({ key }) => key)).size).toBe(part.value.length);
}

/** What a refresh reads. */
export function dataContract(of: ContractCase, subject: () => ContractSubject): void {
  const { ordinary, small, silent, busy } = of.people;
  const agreed = async (person: string, without: string[] = []) => {
    const connector = subject().connector();
    return { connector, grant: await grantOf(connector, { person, without }) };
  };

  it('reads a profile', async () => {
    const { connector, grant } = await agreed(ordinary);
    const profile = await connector.fetchProfile(grant);
    expect(profile).toMatchObject({ username: ordinary, displayName: expect.stringMatching(/./) });
    for (const address of [profile.avatarUrl, profile.profileUrl]) expect(address).toMatch(/^http/);
    for (const figure of Object.values(profile.figures)) expect(states).toContain(figure.is);
    const followers = profile.figures.followers;
    expect(followers?.is === 'value' && followers.value).toBeGreaterThan(1000);
  });

  it('reads an audience in shares of the whole', async () => {
    const { connector, grant } = await agreed(ordinary);
    const { countries, cities, ages, genders } = await connector.fetchAudience(grant);
    for (const part of [countries, cities, ages, genders]) expectShares(part);
    const keys = (part: Figure<readonly Share[]>): string[] =>
      part.is === 'value' ? part.value.map(({ key }) => key) : [];
    expect(keys(countries).every((key) => /^[A-Z]{2}$/.test(key) && key !== 'ZZ')).toBe(true);
    expect(keys(ages)).toEqual(
      ['13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+'].filter((age) => keys(ages).includes(age)),
    );
    expect(keys(genders).sort()).toEqual(['female', 'male', 'other']);
  });

  it('says that an audience is too small', async () => {
    const { connector, grant } = await agreed(small);
    expect(await connector.fetchAudience(grant)).toMatchObject({
      ages: { is: 'below-threshold' },
      genders: { is: 'below-threshold' },
    });
    expect((await connector.fetchProfile(grant)).figures.followers).toMatchObject({ is: 'value' });
  });

  it(
    'goes without the sections that were not granted',
    async () => {
      const { connector, grant } = await agreed(ordinary, [of.audiencePermission]);
      const missing = { is: 'permission-missing' };
      expect(await connector.fetchAudience(grant)).toMatchObject({
        countries: missing,
        cities: missing,
        ages: missing,
        genders: missing,
      });
      expect((await connector.fetchProfile(grant)).figures.followers).toMatchObject({ is: 'value' });
      for await (const { items, figures } of connector.fetchContent(grant)) {
        expect(figures).toHaveLength(items.length);
        expect(figures.every(({ shares }) => shares?.is === 'permission-missing')).toBe(true);
        break;
      }
    },
    slow,
  );

  it(
    'reads content, newest first, each item once, with figures that say what they are',
    async () => {
      const { connector, grant } = await agreed(ordinary);
      const batches = await batchesOf(connector.fetchContent(grant));
      const items = batches.flatMap((batch) => batch.items);
      const times = items.map(({ publishedAt }) => publishedAt);
      expect(times).toEqual([...times].sort().reverse());
      expect(new Set(items.map(({ contentId }) => contentId)).size).toBe(items.length);
      for (const batch of batches) expect(batch.figures).toHaveLength(batch.items.length);
      for (const item of items) {
        expect(connector.contentTypes).toContain(item.type);
        expect(item.publishedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(item.expiresAt === null || item.type === 'story').toBe(true);
        expect(item.url).toMatch(/^http/);
      }
      const figures = batches.flatMap((batch) => batch.figures);
      for (const figure of figures.flatMap((each) => Object.values(each))) expect(states).toContain(figure.is);
      expect(figures.some(({ likes }) => likes?.is === 'value')).toBe(true);
      expect(figures.some(({ shares }) => shares?.is === 'value')).toBe(true);
      expect(figures.every(({ impressions }) => impressions?.is === 'not-offered')).toBe(true);
    },
    slow,
  );

  it(
    'reads all of thousands of posts',
    async () => {
      const { connector, grant } = await agreed(busy.id);
      const batches = await batchesOf(connector.fetchContent(grant));
      const ids = new Set(batches.flatMap(({ items }) => items.map(({ contentId }) => contentId)));
      expect(ids.size).toBeGreaterThanOrEqual(busy.posts);
      expect(batches.every(({ items }) => items.length <= 200)).toBe(true);
    },
    slow,
  );

  it('finds no content where there is none', async () => {
    const { connector, grant } = await agreed(silent);
    expect((await batchesOf(connector.fetchContent(grant))).flatMap(({ items }) => items)).toEqual([]);
    expect((await connector.fetchProfile(grant)).figures.followers?.is).toBe('value');
  });
}
