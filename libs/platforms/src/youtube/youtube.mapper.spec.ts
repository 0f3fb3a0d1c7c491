import { channel, video } from './youtube.fixtures';
import {
  bestThumbnail,
  figuresOf,
  identityOf,
  isPublished,
  itemOf,
  minutesOf,
  profileOf,
  secondsOf,
  typeOf,
  type VideoReport,
} from './youtube.mapper';

const www = 'https://www.youtube.com';
const value = <T>(of: T) => ({ is: 'value', value: of }) as const;
const extras = { playlists: value(14), watchTimeMinutes: value(0), email: value('lucia@example.com') };
const reported: VideoReport = { type: undefined, shares: value(5), saves: value(6) };

describe('a YouTube profile', () => {
  it('is mapped whole', () => {
    expect(profileOf(channel, extras, www)).toEqual({
      username: 'luciafern',
      displayName: 'Lucía Fern',
      avatarUrl: 'https://yt3.ggpht.com/h.jpg',
      profileUrl: 'https://www.youtube.com/@luciafern',
      email: value('lucia@example.com'),
      figures: {
        followers: value(318_000),
        videos: value(412),
        playlists: value(14),
        watchTimeMinutes: value(0),
        views: value(123_456_789),
      },
    });
  });

  it('hides the number of subscribers where the channel does', () => {
    const hidden = {
      ...channel,
      statistics: { viewCount: '1', videoCount: '1', subscriberCount: '0', hiddenSubscriberCount: true },
    };
    expect(profileOf(hidden, extras, www).figures.followers).toEqual({ is: 'not-offered' });
  });

  it('has an address and a name also without a handle, and without figures', () => {
    const bare = { kind: channel.kind, etag: 'e', id: 'UCabc' } as const;
    expect(profileOf(bare, extras, www)).toMatchObject({
      username: 'UCabc',
      displayName: 'UCabc',
      avatarUrl: null,
      profileUrl: 'https://www.youtube.com/channel/UCabc',
      figures: { followers: { is: 'not-yet' }, videos: { is: 'not-yet' }, views: { is: 'not-yet' } },
    });
    expect(identityOf(bare).platformAccountId).toBe('UCabc');
  });

  it('reads the minutes watched, also when printed as a float', () => {
    expect(minutesOf([{ estimatedMinutesWatched: 12.0 }])).toEqual(value(12));
    expect(minutesOf([{ estimatedMinutesWatched: 0 }])).toEqual(value(0));
    expect(minutesOf([])).toEqual({ is: 'not-yet' });
  });
});

describe('a YouTube video', () => {
  it('is mapped whole', () => {
    expect(itemOf(video, reported, www)).toEqual({
      contentId: 'vid-1',
      type: 'video',
      publishedAt: '2026-11-01T10:00:00.000Z',
      title: 'Un huerto  en la azotea',
      url: 'https://www.youtube.com/watch?v=vid-1',
      thumbnailUrl: 'https://i.ytimg.com/1/maxres.jpg',
      expiresAt: null,
    });
    expect(itemOf(video, { ...reported, type: 'short' }, www)?.url).toBe('https://www.youtube.com/shorts/vid-1');
  });

  it.each([
    ['reported', { ...video }, 'short', 'short'],
    ['was live', { ...video, liveStreamingDetails: {} }, 'video', 'stream'],
    [
      'a minute, not reported',
      { ...video, contentDetails: { ...video.contentDetails!, duration: 'PT1M' } },
      undefined,
      'short',
    ],
    [
      'a minute, reported as a video',
      { ...video, contentDetails: { ...video.contentDetails!, duration: 'PT1M' } },
      'video',
      'video',
    ],
    [
      'longer, not reported',
      { ...video, contentDetails: { ...video.contentDetails!, duration: 'PT1M1S' } },
      undefined,
      'video',
    ],
    ['no length', { ...video, contentDetails: { ...video.contentDetails!, duration: 'P0D' } }, undefined, 'video'],
  ] as const)('has the right type: %s', (_name, given, type, expected) => expect(typeOf(given, type)).toBe(expected));

  it.each([
    ['PT21M7S', 1267],
    ['PT1H', 3600],
    ['P1DT2H', 93_600],
    ['P0D', 0],
    ['21:07', undefined],
    [undefined, undefined],
  ])('reads the length %p', (raw, seconds) => expect(secondsOf(raw)).toBe(seconds));

  it('is content only when the public can see it', () => {
    expect(isPublished(video)).toBe(true);
    for (const privacyStatus of ['private', 'unlisted'] as const)
      expect(isPublished({ ...video, status: { uploadStatus: 'processed', privacyStatus } })).toBe(false);
    expect(isPublished({ ...video, status: { uploadStatus: 'failed', privacyStatus: 'public' } })).toBe(false);
    expect(isPublished({ ...video, snippet: { ...video.snippet!, liveBroadcastContent: 'upcoming' } })).toBe(false);
  });

  it('takes the best picture that is a web address', () => {
    expect(
      bestThumbnail({ medium: { url: 'https://i.ytimg.com/m.jpg' }, default: { url: 'https://i.ytimg.com/d.jpg' } }),
    ).toBe('https://i.ytimg.com/m.jpg');
    expect(bestThumbnail(undefined)).toBeNull();
    expect(bestThumbnail({ high: { url: 'javascript:alert(1)' } })).toBeNull();
  });
});

describe('figures of a YouTube video', () => {
  it('are mapped whole', () => {
    expect(figuresOf(video, reported)).toEqual({
      likes: value(0),
      comments: value(31),
      impressions: { is: 'not-offered' },
      reach: { is: 'not-offered' },
      views: value(1420),
      shares: value(5),
      saves: value(6),
    });
  });

  it('say that likes are hidden and comments switched off', () => {
    expect(figuresOf({ ...video, statistics: { viewCount: '7' } }, reported)).toMatchObject({
      likes: { is: 'not-offered' },
      comments: { is: 'not-applicable' },
    });
    const { statistics: _statistics, ...without } = video;
    expect(figuresOf(without, reported)).toMatchObject({
      likes: { is: 'not-yet' },
      comments: { is: 'not-yet' },
      views: { is: 'not-yet' },
    });
  });
});
