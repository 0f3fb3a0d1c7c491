import { isLoss } from '../loss';
import { aLoss, readAs } from '../testing/read-as';
import { insightsAnswer, mediaAnswer, userAnswer } from './instagram.answers';
import { album, image, metric, oldVideo, reel, story, totalMetric, user } from './instagram.fixtures';
import { noneBecause, notRead, readInsights, type InsightsReading } from './instagram-insights';
import * as mapper from './instagram.mapper';
import { namedIn, type NamedMedia } from './instagram-media';
import type { InstagramInsight } from './instagram.wire';

const www = 'https://www.instagram.com';
const read = (insights: readonly InstagramInsight[]) => readInsights(readAs(insightsAnswer, { data: insights }));
const mediaOf = (media: object): NamedMedia => {
  const { data } = readAs(mediaAnswer, { data: [media] });
  if (isLoss(data)) throw new Error('the media could not be read');
  return namedIn(data).named[0]!;
};
const profileOf = (given: object, reach: InsightsReading) =>
  mapper.profileOf(readAs(userAnswer, given), reach, www, () => aLoss);
const identityOf = (given: object) => mapper.identityOf('17841400000000001', readAs(userAnswer, given));
const isProfessional = (given: object) => mapper.isProfessional(readAs(userAnswer, given));
const typeOf = (media: object) => mapper.typeOf(mediaOf(media));
const itemOf = (media: object) => {
  const { figures: _figures, ...item } = mapper.postOf(mediaOf(media), notRead);
  return item;
};
const figuresOf = (media: object, insights: InsightsReading) => mapper.figuresOf(mediaOf(media), insights);
const all = read([
  metric('views', 900),
  metric('reach', 700),
  metric('likes', 55),
  metric('comments', 4),
  metric('saved', 0),
  metric('shares', 7),
]);

describe('an Instagram profile', () => {
  it('is mapped whole', () => {
    expect(profileOf(user, read([totalMetric('reach', 12_345)]))).toEqual({
      username: 'atelier.amelie',
      displayName: 'Amélie Rousseau',
      avatarUrl: 'https://scontent.cdninstagram.com/amelie.jpg?stp=1',
      profileUrl: 'https://www.instagram.com/atelier.amelie/',
      email: { is: 'not-offered' },
      figures: {
        followers: { is: 'value', value: 41_700 },
        following: { is: 'value', value: 812 },
        posts: { is: 'value', value: 2310 },
        reach28d: { is: 'value', value: 12_345 },
      },
    });
  });

  it('says for each figure why it is not there', () => {
    const { followers_count: _followers, ...withoutFollowers } = user;
    const given = { ...withoutFollowers, media_count: 0 };
    expect(profileOf(given, noneBecause('permission-missing')).figures).toMatchObject({
      followers: aLoss,
      posts: { is: 'value', value: 0 },
      reach28d: { is: 'permission-missing' },
    });
    expect(profileOf(user, read([])).figures.reach28d).toEqual({ is: 'not-yet' });
  });

  it('has the identity that never changes, and a name even without one', () => {
    expect(identityOf({ ...user, name: '' })).toEqual({
      platformAccountId: '17841400000000001',
      username: 'atelier.amelie',
      displayName: 'atelier.amelie',
      avatarUrl: 'https://scontent.cdninstagram.com/amelie.jpg?stp=1',
    });
    expect(identityOf({ ...user, profile_picture_url: 'javascript:alert(1)' }).avatarUrl).toBeNull();
    expect(mapper.accountIdOf(readAs(userAnswer, { id: '1', username: 'x' }))).toBeUndefined();
    const professional = { id: '17841405822304914', username: 'x' };
    expect(mapper.accountIdOf(readAs(userAnswer, professional))).toBe('17841405822304914');
    expect(mapper.accountIdOf(readAs(userAnswer, { data: [user] }))).toBe('17841400000000001');
  });

  it('belongs to a professional or to a personal account', () => {
    expect(isProfessional(user)).toBe(true);
    expect(isProfessional({ ...user, account_type: 'BUSINESS' })).toBe(true);
    expect(isProfessional({ ...user, account_type: 'Media_Creator' })).toBe(true);
    expect(isProfessional({ ...user, account_type: null })).toBe(true);
    expect(isProfessional({ ...user, account_type: 'PERSONAL' })).toBe(false);
    expect(isProfessional({ ...user, account_type: 'VERIFIED_BUSINESS' })).toBe(true);
  });
});

describe('an Instagram post', () => {
  it.each([
    [image, 'image'],
    [reel, 'reels'],
    [album, 'album'],
    [oldVideo, 'video'],
    [story, 'story'],
    [{ id: '1', timestamp: image.timestamp }, 'feed'],
  ])('%# has the right type', (media, type) => expect(typeOf(media)).toBe(type));

  it('is mapped whole', () => {
    expect(itemOf(image)).toEqual({
      contentId: '18000000000000001',
      type: 'image',
      publishedAt: '2026-11-20T09:30:00.000Z',
      title: 'Nouveau four 🔥',
      url: 'https://www.instagram.com/p/Cabc/',
      thumbnailUrl: 'https://scontent.cdninstagram.com/1.jpg',
      expiresAt: null,
    });
  });

  it('shows a picture, never a film', () => {
    expect(itemOf(reel)?.thumbnailUrl).toBe('https://scontent.cdninstagram.com/2.jpg');
    expect(itemOf(oldVideo)?.thumbnailUrl).toBeNull();
    expect(itemOf(album)?.thumbnailUrl).toBe('https://scontent.cdninstagram.com/3a.jpg');
    expect(
      itemOf({ ...album, children: { data: [{ id: '1', media_type: 'VIDEO', media_url: 'https://x.example/a.mp4' }] } })
        ?.thumbnailUrl,
    ).toBeNull();
  });

  it('ends after 24 hours when it is a story', () =>
    expect(itemOf(story)).toMatchObject({ type: 'story', expiresAt: '2026-11-24T08:00:00.000Z', title: '' }));

  it('loses its time where it has none', () => {
    const { timestamp: _timestamp, ...timeless } = image;
    expect(itemOf(timeless)).toEqual({ ...itemOf(image), publishedAt: aLoss });
  });

  it.each([
    ['caption', { title: aLoss }],
    ['permalink', { url: aLoss }],
    ['media_url', { thumbnailUrl: aLoss }],
    ['media_type', { type: 'feed', typeLost: aLoss }],
    ['like_count', {}],
  ])('loses nothing but what %s is for', (field, lost) => {
    expect(itemOf({ ...image, [field]: { not: 'this' } })).toEqual({ ...itemOf(image), ...lost });
  });

  it('of an album without readable children has no picture', () => {
    expect(itemOf({ ...album, children: 'none' })).toEqual({ ...itemOf(album), thumbnailUrl: aLoss });
    expect(itemOf({ ...album, children: { data: [null] } })).toEqual({ ...itemOf(album), thumbnailUrl: aLoss });
    expect(itemOf({ ...album, children: { data: [] } })).toEqual({ ...itemOf(album), thumbnailUrl: null });
  });
});

describe('figures of an Instagram post', () => {
  const value = (of: number) => ({ is: 'value', value: of });

  it('of a photo have no views', () => {
    expect(figuresOf(image, all)).toEqual({
      likes: value(0),
      comments: value(12),
      impressions: { is: 'not-offered' },
      reach: value(700),
      views: { is: 'not-applicable' },
      shares: value(7),
      saves: value(0),
    });
  });

  it('of a reel take the likes that the list hides from the insights', () => {
    expect(figuresOf(reel, all)).toEqual({
      likes: value(55),
      comments: value(3),
      impressions: { is: 'not-offered' },
      reach: value(700),
      views: value(900),
      shares: value(7),
      saves: value(0),
    });
  });

  it('of a story have neither comments nor saves', () => {
    expect(figuresOf(story, all)).toMatchObject({
      comments: { is: 'not-applicable' },
      saves: { is: 'not-applicable' },
      views: value(900),
    });
  });

  it.each(['below-threshold', 'not-offered', 'permission-missing'] as const)('say %s', (is) => {
    expect(figuresOf(reel, noneBecause(is))).toEqual({
      likes: { is: 'not-offered' },
      comments: value(3),
      impressions: { is: 'not-offered' },
      reach: { is },
      views: { is },
      shares: { is },
      saves: { is },
    });
    expect(figuresOf(album, noneBecause(is))).toMatchObject({ likes: value(40), views: { is: 'not-applicable' } });
  });

  it('are left out when they were not asked for, so that what was known stands', () => {
    expect(figuresOf(reel, notRead)).toEqual({
      comments: value(3),
      impressions: { is: 'not-offered' },
    });
  });

  it('are not there yet, or no longer offered', () => {
    const retired: InsightsReading = { is: 'read', metrics: new Map([['saved', 'not-offered' as const]]) };
    expect(figuresOf(reel, retired)).toMatchObject({ reach: { is: 'not-yet' }, saves: { is: 'not-offered' } });
  });

  it('are lost one by one', () => {
    const some: InsightsReading = {
      is: 'read',
      metrics: new Map([
        ['reach', aLoss],
        ['shares', 7 as number],
      ] as never),
    };
    expect(figuresOf(reel, some)).toMatchObject({ reach: aLoss, shares: value(7), comments: value(3) });
    expect(figuresOf(reel, noneBecause(aLoss))).toEqual({
      likes: aLoss,
      comments: value(3),
      impressions: { is: 'not-offered' },
      reach: aLoss,
      views: aLoss,
      shares: aLoss,
      saves: aLoss,
    });
    expect(figuresOf({ ...image, like_count: 'x' }, notRead)).toMatchObject({ likes: aLoss });
    expect(figuresOf({ ...image, like_count: 'x' }, all)).toMatchObject({ likes: value(55) });
  });
});
