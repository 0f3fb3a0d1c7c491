import { isLoss, type Read } from '../loss';
import { aLoss, readAs } from '../testing/read-as';
import { identityAnswer, statsAnswer, videoListAnswer, type ReadStats } from './tiktok.answers';
import { ok, pageOf, user, video } from './tiktok.fixtures';
import * as mapper from './tiktok.mapper';

const www = 'https://www.tiktok.com';
const value = <T>(of: T) => ({ is: 'value', value: of }) as const;
const there = <T>(read: Read<T>): T => {
  if (isLoss(read)) throw new Error('could not be read');
  return read;
};
const userOf = (given: object) =>
  there(there(readAs(identityAnswer, ok({ user: given })).data).user) as mapper.NamedUser;
const statsOf = (given: object): Read<ReadStats> => there(readAs(statsAnswer, ok({ user: given })).data).user;
const postOf = (given: object) => {
  const [first] = there(there(readAs(videoListAnswer, pageOf([given])).data).videos);
  return mapper.postOf(first as mapper.NamedVideo);
};

describe('a TikTok profile', () => {
  it('is mapped whole', () => {
    expect(mapper.profileOf(userOf(user), statsOf(user), www)).toEqual({
      username: 'atelier.amelie',
      displayName: 'Amélie 🎨',
      avatarUrl: user.avatar_large_url,
      profileUrl: 'https://www.tiktok.com/@atelier.amelie',
      email: { is: 'not-offered' },
      figures: { followers: value(210_400), following: value(312), videos: value(3) },
    });
  });

  it('of an account without the permission for its username is under its name', () => {
    const { username: _username, profile_deep_link: _link, ...basic } = user;
    expect(mapper.profileOf(userOf(basic), undefined, www)).toMatchObject({
      username: 'Amélie 🎨',
      profileUrl: null,
      figures: { followers: { is: 'permission-missing' }, videos: { is: 'permission-missing' } },
    });
    expect(mapper.identityOf(userOf(basic))).toMatchObject({ platformAccountId: user.open_id, username: 'Amélie 🎨' });
  });

  it('takes the next best picture and address', () => {
    const given = { ...user, avatar_large_url: 5, avatar_url: '', username: '' };
    expect(mapper.profileOf(userOf(given), undefined, www)).toMatchObject({
      avatarUrl: user.avatar_url_100,
      profileUrl: 'https://vm.tiktok.com/ZMabc123/',
    });
  });

  it('loses a number and no other', () => {
    const { figures } = mapper.profileOf(userOf(user), statsOf({ ...user, follower_count: 'many' }), www);
    expect(figures).toEqual({ followers: aLoss, following: value(312), videos: value(3) });
    expect(mapper.profileOf(userOf(user), aLoss, www).figures).toEqual({
      followers: aLoss,
      following: aLoss,
      videos: aLoss,
    });
  });
});

describe('a TikTok video', () => {
  it('is mapped whole, a real zero included, without what follows the person who opens it', () => {
    expect(postOf(video)).toEqual({
      contentId: '7080217258529732386',
      type: 'video',
      publishedAt: '2026-11-01T12:00:00.000Z',
      title: 'Nouveau four',
      url: 'https://www.tiktok.com/@atelier.amelie/video/7080217258529732386',
      thumbnailUrl: video.cover_image_url,
      expiresAt: null,
      figures: {
        likes: value(0),
        comments: value(12),
        impressions: { is: 'not-offered' },
        reach: { is: 'not-offered' },
        views: value(48_200),
        shares: value(7),
        saves: { is: 'not-offered' },
      },
    });
  });

  it('without a title has the first line of its caption', () => {
    expect(postOf({ ...video, title: '' }).title).toBe('Nouveau four 🔥');
    expect(postOf({ ...video, title: '', video_description: '' }).title).toBe('');
    expect(postOf({ ...video, title: {}, video_description: '' }).title).toEqual(aLoss);
  });

  it('may have an id beyond what a number holds, and times as digits', () => {
    expect(postOf({ ...video, create_time: '1793534400' }).publishedAt).toBe('2026-11-01T12:00:00.000Z');
    expect(postOf({ ...video, create_time: 1_793_534_400_000 }).publishedAt).toEqual(aLoss);
  });

  it('without a cover or an address has none; one that cannot be read is lost', () => {
    expect(postOf({ ...video, share_url: '', cover_image_url: '' })).toMatchObject({ url: null, thumbnailUrl: null });
    expect(postOf({ ...video, share_url: 'javascript:alert(1)', cover_image_url: 7 })).toMatchObject({
      url: aLoss,
      thumbnailUrl: aLoss,
    });
  });
});
