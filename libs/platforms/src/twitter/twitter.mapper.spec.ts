import { aLoss, readAs } from '../testing/read-as';
import { mediaIn } from './attached-media';
import { meAnswer, timelineAnswer } from './twitter.answers';
import { newerMetrics, photo, post, timeline, user, video, withMedia } from './twitter.fixtures';
import { isRepost, postOf, profileOf, identityOf, type Around, type NamedPost, type NamedUser } from './twitter.mapper';

const value = <T>(of: T) => ({ is: 'value', value: of }) as const;
const www = 'https://x.com';
const now = new Date('2026-11-23T12:00:00Z');
const email = value('ines@example.com');

const userOf = (given: object): NamedUser => readAs(meAnswer, { data: given }).data as NamedUser;
const read = (given: object, media: readonly unknown[] = [], around: Partial<Around> = {}) => {
  const page = readAs(timelineAnswer, timeline([given], media));
  const [first] = page.data as readonly NamedPost[];
  if (first === undefined) throw new Error('there is no post');
  return postOf(first, { username: 'inesknits', media: mediaIn(page, () => aLoss), wwwHost: www, now, ...around });
};

describe('a profile of X', () => {
  it('is mapped whole', () => {
    expect(profileOf(userOf(user), email, www)).toEqual({
      username: 'inesknits',
      displayName: 'Ines Oduya 🧶',
      avatarUrl: 'https://pbs.twimg.com/profile_images/1/ines_400x400.jpg',
      profileUrl: 'https://x.com/inesknits',
      email,
      figures: { followers: value(48_210), following: value(512), tweets: value(3) },
    });
    expect(identityOf(userOf(user))).toMatchObject({ platformAccountId: '2244994945', username: 'inesknits' });
  });

  it.each([
    ['newer', { post_count: 9 }, value(9)],
    ['older', { tweet_count: 8 }, value(8)],
    ['both: the newer counts', { tweet_count: 8, post_count: 9 }, value(9)],
    ['neither', {}, aLoss],
    ['none that can be read', { post_count: null }, aLoss],
  ])('has its number of tweets in words that are %s', (_name, given, tweets) => {
    const { tweet_count: _, ...metrics } = user.public_metrics ?? {};
    const profile = profileOf(userOf({ ...user, public_metrics: { ...metrics, ...given } }), email, www);
    expect(profile.figures).toEqual({ followers: value(48_210), following: value(512), tweets });
  });

  it('loses no more than what is missing', () => {
    const { public_metrics: _, ...without } = user;
    expect(profileOf(userOf({ ...without, name: 5, profile_image_url: null }), email, www)).toMatchObject({
      username: 'inesknits',
      displayName: aLoss,
      avatarUrl: aLoss,
      figures: { followers: aLoss, following: aLoss, tweets: aLoss },
    });
    expect(profileOf(userOf({ ...user, username: 5 }), email, www)).toMatchObject({
      username: aLoss,
      profileUrl: aLoss,
      displayName: 'Ines Oduya 🧶',
    });
    expect(identityOf(userOf({ id: '7' }))).toEqual({
      platformAccountId: '7',
      username: '7',
      displayName: '7',
      avatarUrl: null,
    });
  });
});

describe('a post on X', () => {
  it('is mapped whole', () => {
    expect(read(post)).toEqual({
      contentId: '1900000000000000001',
      type: 'text',
      publishedAt: '2026-11-20T10:00:00.000Z',
      title: 'Needles & thread <3',
      url: 'https://x.com/inesknits/status/1900000000000000001',
      thumbnailUrl: null,
      expiresAt: null,
      figures: {
        likes: value(41),
        comments: value(3),
        shares: value(9),
        saves: value(5),
        impressions: value(1800),
        reach: { is: 'not-offered' },
        views: { is: 'not-applicable' },
      },
    });
  });

  it('is the same in newer words, and where both are there', () => {
    const older = read(post);
    expect(read({ ...post, public_metrics: newerMetrics })).toEqual(older);
    expect(read({ ...post, public_metrics: { ...newerMetrics, retweet_count: 999 } })).toEqual(older);
  });

  it('is titled by all of a long text', () => {
    expect(read({ ...post, note_tweet: { text: 'All of it' } }).title).toBe('All of it');
    expect(read({ ...post, note_post: { text: 'Newer' }, note_tweet: { text: 'Older' } }).title).toBe('Newer');
    expect(read({ ...post, text: '' }).title).toBe('');
  });

  it('leaves out the address that X appends for what is attached', () => {
    expect(read(withMedia('1', '3_1'), [photo]).title).toBe('New pattern');
    expect(read({ ...post, text: 'See https://t.co/abcDEF123' }).title).toBe('See https://t.co/abcDEF123');
  });

  const gif = { media_key: '16_3', type: 'animated_gif', preview_image_url: 'https://pbs.twimg.com/g.jpg' };
  it.each([
    ['a photo', [photo], 'image', photo.url, { is: 'not-applicable' }],
    ['photos', [photo, { ...photo, media_key: '3_9' }], 'album', photo.url, { is: 'not-applicable' }],
    ['a video', [video], 'video', video.preview_image_url, value(6909)],
    ['a moving picture', [gif], 'video', gif.preview_image_url, { is: 'not-applicable' }],
    ['photo and video', [photo, video], 'video', photo.url, value(6909)],
    [
      'a video without views',
      [{ ...video, public_metrics: undefined }],
      'video',
      video.preview_image_url,
      { is: 'not-yet' },
    ],
    ['a poll', [], 'text', null, { is: 'not-applicable' }],
  ] as const)('with %s has its type, picture and views', (_name, media, type, thumbnailUrl, views) => {
    const given = withMedia('1', ...media.map((each) => each.media_key));
    const mapped = read(given, media);
    expect(mapped).toMatchObject({ type, thumbnailUrl, figures: { views } });
    expect(mapped).not.toHaveProperty('typeLost');
  });

  it('has the type that its keys tell while its media cannot be read', () => {
    const lost = { typeLost: aLoss, thumbnailUrl: aLoss };
    expect(read(withMedia('1', '13_2'))).toMatchObject({ type: 'video', ...lost, figures: { views: aLoss } });
    expect(read(withMedia('1', '3_1', '3_2'), [null])).toMatchObject({ type: 'album', ...lost });
    expect(read(withMedia('1', '3_1'), [{ ...photo, type: 5 }])).toMatchObject({ type: 'image', typeLost: aLoss });
    expect(read({ ...post, attachments: 'x' })).toMatchObject({ ...lost, figures: { likes: value(41) } });
  });

  it('has impressions as the public is told, or else the owner', () => {
    const { impression_count: _, ...metrics } = post.public_metrics ?? {};
    const hidden = { ...post, public_metrics: metrics };
    expect(read(hidden, [], { ownersImpressions: 77 }).figures.impressions).toEqual(value(77));
    expect(read({ ...hidden, non_public_metrics: { impression_count: 5 } }).figures.impressions).toEqual(value(5));
    expect(read({ ...hidden, organic_metrics: { impression_count: 6 } }).figures.impressions).toEqual(value(6));
    expect(read(hidden, [], { ownersImpressions: aLoss }).figures.impressions).toBe(aLoss);
    expect(read(hidden).figures.impressions).toEqual({ is: 'not-yet' });
  });

  it('leaves impressions as they were once the owner is told no more', () => {
    const { impression_count: _, ...metrics } = post.public_metrics ?? {};
    const old = { ...post, public_metrics: metrics, created_at: '2026-10-20T10:00:00.000Z' };
    expect(read(old).figures).not.toHaveProperty('impressions');
    expect(read(old).figures.likes).toEqual(value(41));
  });

  it('loses one figure and no other', () => {
    const { figures } = read({ ...post, public_metrics: { ...post.public_metrics, quote_count: 'x' } });
    expect(figures).toEqual({ ...read(post).figures, shares: aLoss });
    const { public_metrics: _, ...without } = post;
    expect(read(without)).toMatchObject({
      title: 'Needles & thread <3',
      figures: { likes: aLoss, views: { is: 'not-applicable' } },
    });
    expect(read(post, [], { username: aLoss }).url).toBe(aLoss);
  });

  it('is a repost in older and newer words', () => {
    const pages = ['referenced_tweets', 'referenced_posts'].map((name) =>
      readAs(timelineAnswer, timeline([{ ...post, [name]: [{ type: 'retweeted', id: '5' }] }, post])),
    );
    for (const { data } of pages) expect((data as NamedPost[]).map(isRepost)).toEqual([true, false]);
  });
});
