import { album, image, metric, oldVideo, reel, story, totalMetric, user } from './instagram.fixtures';
import { noneBecause, notRead, readInsights } from './instagram.insights';
import { figuresOf, identityOf, isProfessional, itemOf, profileOf, typeOf } from './instagram.mapper';

const www = 'https://www.instagram.com';
const all = readInsights([
  metric('views', 900),
  metric('reach', 700),
  metric('likes', 55),
  metric('comments', 4),
  metric('saved', 0),
  metric('shares', 7),
]);

describe('an Instagram profile', () => {
  it('is mapped whole', () => {
    expect(profileOf(user, readInsights([totalMetric('reach', 12_345)]), www)).toEqual({
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
    expect(
      profileOf({ ...withoutFollowers, media_count: 0 }, noneBecause('permission-missing'), www)?.figures,
    ).toMatchObject({
      followers: { is: 'not-yet' },
      posts: { is: 'value', value: 0 },
      reach28d: { is: 'permission-missing' },
    });
    expect(profileOf(user, readInsights([]), www)?.figures.reach28d).toEqual({ is: 'not-yet' });
  });

  it('has the identity that never changes, and a name even without one', () => {
    expect(identityOf({ ...user, name: '' })).toEqual({
      platformAccountId: '17841400000000001',
      username: 'atelier.amelie',
      displayName: 'atelier.amelie',
      avatarUrl: 'https://scontent.cdninstagram.com/amelie.jpg?stp=1',
    });
    expect(identityOf({ ...user, profile_picture_url: 'javascript:alert(1)' })?.avatarUrl).toBeNull();
    expect(identityOf({ id: '1', username: 'x' })).toBeUndefined();
    expect(identityOf(JSON.parse('{"user_id":17841400000000001,"username":"rounded"}') as object)).toBeUndefined();
  });

  it('belongs to a professional or to a personal account', () => {
    expect(isProfessional(user)).toBe(true);
    expect(isProfessional({ ...user, account_type: 'BUSINESS' })).toBe(true);
    expect(isProfessional(JSON.parse('{"account_type":"PERSONAL"}') as object)).toBe(false);
  });
});

describe('an Instagram post', () => {
  it.each([
    [image, 'image'],
    [reel, 'reels'],
    [album, 'album'],
    [oldVideo, 'video'],
    [story, 'story'],
    [{ id: '1' }, 'feed'],
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

  it('is left out when it has no time', () => {
    const { timestamp: _timestamp, ...timeless } = image;
    expect(itemOf(timeless)).toBeUndefined();
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

  it('are left out when nobody asked, so that what was known stands', () => {
    expect(figuresOf(reel, notRead)).toEqual({
      likes: { is: 'not-offered' },
      comments: value(3),
      impressions: { is: 'not-offered' },
    });
  });

  it('are not there yet, or no longer offered', () => {
    expect(figuresOf(reel, readInsights([], new Set(['saved'])))).toMatchObject({
      reach: { is: 'not-yet' },
      saves: { is: 'not-offered' },
    });
  });
});
