import { youtube } from '../youtube/population';
import { instagram } from '../instagram/population';
import { ageParts, apportion, cityParts, countryParts, genderParts } from './audience';
import { anchor, day, followersAt, hour, startOf } from './growth';
import { figuresAt } from './post';
import { World } from './world';

const noon = anchor + 36 * hour;

/** Everything about one account that a platform could tell. */
const portrait = (world: World) =>
  [...world.of(instagram).values(), ...world.of(youtube).values()].map((account) => {
    const count = account.feed.count(noon);
    const newest = count > 0 ? account.feed.post(count - 1) : null;
    return [
      account.person.id,
      followersAt(world.seed, account.person, noon),
      count,
      newest,
      newest && figuresAt(newest, noon + day),
      countryParts(world.seed, account.person, noon)[0],
    ];
  });

it('is the same for the same seed and another for another', () => {
  expect(portrait(new World('a', []))).toEqual(portrait(new World('a', [])));
  expect(portrait(new World('a', []))).not.toEqual(portrait(new World('b', [])));
});

it('gives each person an id of their own', () => {
  const world = new World('a', []);
  const [onInstagram, onYoutube] = [world.of(instagram), world.of(youtube)];
  expect(new Set([...onInstagram.values()].flatMap(({ userId, appScopedId }) => [userId, appScopedId])).size).toBe(
    2 * onInstagram.size,
  );
  expect(new Set([...onYoutube.values()].map(({ channelId }) => channelId)).size).toBe(onYoutube.size);
});

it('has the written numbers on the anchor day', () => {
  const world = new World('linkage', []);
  const [onInstagram, onYoutube] = [world.of(instagram), world.of(youtube)];
  for (const { person, feed } of [...onInstagram.values(), ...onYoutube.values()]) {
    expect(feed.count(anchor)).toBe(person.posts);
    expect(followersAt('linkage', person, anchor) - person.followers).toBeLessThanOrEqual(
      Math.ceil(person.perDay * 0.15),
    );
  }
});

describe.each(['atelier.amelie', 'kwameshoots', 'tiny.tinsmith', 'lena.setsout', 'aikomori'])('%s', (id) => {
  const world = new World('linkage', []);
  const account = world.of(instagram).get(id);
  if (!account) throw new Error(id);

  it('never loses followers or figures as time goes on', () => {
    const newest = account.feed.post(account.feed.count(anchor) - 1);
    let [followers, views, posts] = [0, 0, 0];
    for (let at = startOf(account.person) - 10 * day; at < anchor + 700 * day; at += 5 * day) {
      expect(followersAt('linkage', account.person, at)).toBeGreaterThanOrEqual(followers);
      expect(figuresAt(newest, at).views).toBeGreaterThanOrEqual(views);
      expect(account.feed.count(at)).toBeGreaterThanOrEqual(posts);
      [followers, views, posts] = [
        followersAt('linkage', account.person, at),
        figuresAt(newest, at).views,
        account.feed.count(at),
      ];
    }
    expect(followers).toBeGreaterThan(account.person.followers);
  });

  it('publishes in order', () => {
    const times = [...account.feed.until(anchor + 30 * day)].map(({ publishedAt }) => publishedAt);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
  });

  it('finds a post by its id once it is out', () => {
    const next = account.feed.post(account.feed.count(anchor));
    expect(account.feed.find(next.id, next.publishedAt - 1)).toBeUndefined();
    expect(account.feed.find(next.id, next.publishedAt)).toBe(next);
  });

  it('has an audience that adds up', () => {
    const total = (parts: readonly { readonly share: number }[]): number =>
      parts.reduce((sum, { share }) => sum + share, 0);
    expect(total(ageParts('linkage', account.person, noon))).toBeCloseTo(1, 9);
    expect(total(genderParts('linkage', account.person, noon))).toBeCloseTo(1, 9);
    expect(total(countryParts('linkage', account.person, noon))).toBeCloseTo(0.988, 9);
    expect(total(cityParts('linkage', account.person, noon))).toBeLessThan(0.7);
  });
});

it('shares whole people out without losing one', () => {
  expect(
    apportion(10, [
      { key: 'a', share: 1 / 3 },
      { key: 'b', share: 1 / 3 },
      { key: 'c', share: 1 / 3 },
    ]).map(({ count }) => count),
  ).toEqual([4, 3, 3]);
  expect(
    apportion(100, [
      { key: 'a', share: 0.5 },
      { key: 'b', share: 0.25 },
    ]).map(({ count }) => count),
  ).toEqual([50, 25]);
  expect(apportion(0, [{ key: 'a', share: 1 }]).map(({ count }) => count)).toEqual([0]);
});
