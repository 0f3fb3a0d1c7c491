import { isLoss, type Read } from '../loss';
import { aLoss, readAs } from '../testing/read-as';
import { clipsAnswer, usersAnswer, videosAnswer } from './twitch.answers';
import { clip, listOf, user, video } from './twitch.fixtures';
import * as mapper from './twitch.mapper';

const www = 'https://www.twitch.tv';
const value = <T>(of: T) => ({ is: 'value', value: of }) as const;
const firstOf = <T>(data: Read<readonly (T | undefined)[]>): T => {
  if (isLoss(data) || data[0] === undefined) throw new Error('there is nothing');
  return data[0];
};
const userOf = (given: object) => firstOf(readAs(usersAnswer, { data: [given] }).data) as mapper.NamedUser;
const videoOf = (given: object) =>
  mapper.videoPostOf(firstOf(readAs(videosAnswer, listOf([given])).data) as mapper.NamedVideo);
const clipOf = (given: object) =>
  mapper.clipPostOf(firstOf(readAs(clipsAnswer, listOf([given])).data) as mapper.NamedClip);
const extras: mapper.ProfileExtras = { followers: 412, videos: 3, liveViewers: value(78), mayEmail: true };

describe('a Twitch profile', () => {
  it('is mapped whole', () => {
    expect(mapper.profileOf(userOf(user), extras, www)).toEqual({
      username: 'nightshift',
      displayName: 'NightShift',
      avatarUrl: user.profile_image_url,
      profileUrl: 'https://www.twitch.tv/nightshift',
      email: value('night@example.com'),
      figures: {
        followers: value(412),
        videos: value(3),
        liveViewers: value(78),
        views: { is: 'not-offered' },
      },
    });
  });

  it('says whether an e-mail is missing on the account or for want of the permission', () => {
    const { email: _email, ...without } = user;
    const emailOf = (given: object, mayEmail: boolean) =>
      mapper.profileOf(userOf(given), { ...extras, mayEmail }, www).email;
    expect(emailOf(without, true)).toEqual({ is: 'not-offered' });
    expect(emailOf({ ...user, email: '' }, true)).toEqual({ is: 'not-offered' });
    expect(emailOf(without, false)).toEqual({ is: 'permission-missing' });
    expect(emailOf({ ...user, email: 5 }, true)).toEqual(aLoss);
  });

  it('without a name is under its login', () => {
    const given = { ...user, display_name: '', profile_image_url: '' };
    expect(mapper.profileOf(userOf(given), extras, www)).toMatchObject({ displayName: 'nightshift', avatarUrl: null });
    expect(mapper.identityOf(userOf(given))).toEqual({
      platformAccountId: '141981764',
      username: 'nightshift',
      displayName: 'nightshift',
      avatarUrl: null,
    });
  });
});

describe('a Twitch video', () => {
  it('is mapped whole', () => {
    expect(videoOf(video)).toEqual({
      contentId: '335921245',
      type: 'video',
      publishedAt: '2026-11-01T11:00:00.000Z',
      title: 'Speedrun  in one go',
      url: 'https://www.twitch.tv/videos/335921245',
      thumbnailUrl: 'https://static-cdn.jtvnw.net/cf_vods/d2nvs31859zcd8/x/335921245/thumb/custom-640x360.png',
      expiresAt: null,
      figures: {
        likes: { is: 'not-offered' },
        comments: { is: 'not-offered' },
        views: value(1_863_062),
        impressions: { is: 'not-offered' },
        reach: { is: 'not-offered' },
        shares: { is: 'not-offered' },
        saves: { is: 'not-offered' },
      },
    });
  });

  it.each([
    ['archive', 'stream'],
    ['highlight', 'video'],
    ['upload', 'video'],
    ['premiere', 'video'],
    ['toString', 'video'],
  ])('of the type %s is a %s', (type, expected) => expect(videoOf({ ...video, type }).type).toBe(expected));

  it('of a type that cannot be read is a guess, and says so', () => {
    expect(videoOf({ ...video, type: null })).toMatchObject({ type: 'video', typeLost: aLoss });
  });

  it.each([
    ['', null],
    ['https://vod-secure.twitch.tv/_404/404_processing_%{width}x%{height}.png', null],
    ['https://static-cdn.jtvnw.net/a-{width}x{height}.jpg', 'https://static-cdn.jtvnw.net/a-640x360.jpg'],
    ['https://static-cdn.jtvnw.net/a-%7Bwidth%7Dx%7Bheight%7D.jpg', 'https://static-cdn.jtvnw.net/a-640x360.jpg'],
    [7, aLoss],
  ])('with the picture %p has %p', (given, expected) => {
    expect(videoOf({ ...video, thumbnail_url: given }).thumbnailUrl).toEqual(expected);
  });

  it('takes the day it was made where none says when it was published', () => {
    expect(videoOf({ ...video, published_at: {} }).publishedAt).toBe('2026-11-01T10:00:00.000Z');
  });
});

describe('a Twitch clip', () => {
  it('is a short of the channel, a real zero included', () => {
    expect(clipOf(clip)).toMatchObject({
      contentId: 'RandomClip1',
      type: 'short',
      publishedAt: '2026-11-02T22:34:18.000Z',
      url: 'https://clips.twitch.tv/RandomClip1',
      thumbnailUrl: clip.thumbnail_url,
      figures: { views: value(0), likes: { is: 'not-offered' } },
    });
  });
});
