import { aLoss, readAs } from '../testing/read-as';
import { channelsAnswer, videosAnswer } from './youtube.answers';
import { channel, list, video } from './youtube.fixtures';
import * as mapper from './youtube.mapper';
import type { NamedChannel, NamedVideo, ProfileExtras, VideoReport } from './youtube.mapper';

const www = 'https://www.youtube.com';
const first = (answer: { items?: unknown }): unknown => {
  if (!Array.isArray(answer.items)) throw new Error('there are no items');
  return answer.items[0];
};
const channelOf = (given: object) => first(readAs(channelsAnswer, list([given]))) as NamedChannel;
const videoOf = (given: object) => first(readAs(videosAnswer, list([given]))) as NamedVideo;
const profileOf = (given: object, more: ProfileExtras) => mapper.profileOf(channelOf(given), more, www);
const identityOf = (given: object) => mapper.identityOf(channelOf(given));
const isPublished = (given: object) => mapper.isPublished(videoOf(given));
const typeOf = (given: object, type: VideoReport['type']) => mapper.typeOf(videoOf(given), { type });
const itemOf = (given: object, report: VideoReport) => {
  const { figures: _figures, ...item } = mapper.postOf(videoOf(given), report, www);
  return item;
};
const figuresOf = (given: object, report: VideoReport) => mapper.figuresOf(videoOf(given), report);
const thumbnailOf = (thumbnails: unknown) =>
  itemOf({ ...video, snippet: { ...video.snippet, thumbnails } }, reported).thumbnailUrl;
const { minutesOf, secondsOf } = mapper;
const value = <T>(of: T) => ({ is: 'value', value: of }) as const;
const extras = { playlists: 14, watchTimeMinutes: value(0), email: value('lucia@example.com') };
const reported: VideoReport = { type: undefined, shares: value(5), saves: value(6) };

describe('a YouTube profile', () => {
  it('is mapped whole', () => {
    expect(profileOf(channel, extras)).toEqual({
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
    expect(profileOf(hidden, extras).figures.followers).toEqual({ is: 'not-offered' });
  });

  it('has an address and a name also without a handle, and without figures', () => {
    const bare = { kind: channel.kind, etag: 'e', id: 'UCabc', snippet: {} } as const;
    expect(profileOf(bare, extras)).toMatchObject({
      username: 'UCabc',
      displayName: 'UCabc',
      avatarUrl: null,
      profileUrl: 'https://www.youtube.com/channel/UCabc',
      figures: { followers: aLoss, videos: aLoss, views: aLoss },
    });
    expect(identityOf(bare).platformAccountId).toBe('UCabc');
  });

  it('reads the minutes watched, also when printed as a float', () => {
    const of = (rows: readonly { estimatedMinutesWatched: number | typeof aLoss }[]) =>
      minutesOf({ rows, lost: undefined });
    expect(of([{ estimatedMinutesWatched: 12.0 }])).toEqual(value(12));
    expect(of([{ estimatedMinutesWatched: 0 }])).toEqual(value(0));
    expect(of([])).toEqual({ is: 'not-yet' });
    expect(of([{ estimatedMinutesWatched: aLoss }])).toBe(aLoss);
    expect(minutesOf({ rows: [], lost: aLoss })).toBe(aLoss);
  });
});

describe('a YouTube video', () => {
  it('is mapped whole', () => {
    expect(itemOf(video, reported)).toEqual({
      contentId: 'vid-1',
      type: 'video',
      publishedAt: '2026-11-01T10:00:00.000Z',
      title: 'Un huerto  en la azotea',
      url: 'https://www.youtube.com/watch?v=vid-1',
      thumbnailUrl: 'https://i.ytimg.com/1/maxres.jpg',
      expiresAt: null,
    });
    expect(itemOf(video, { ...reported, type: 'short' })?.url).toBe('https://www.youtube.com/shorts/vid-1');
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

  it('is no stream where it has the details of one and its report knows of no live viewers: a premiere', () => {
    const premiere: VideoReport = { ...reported, type: 'video', neverLive: true };
    for (const liveStreamingDetails of [{ scheduledStartTime: '2026-11-01T10:00:00Z' }, 7]) {
      const item = itemOf({ ...video, liveStreamingDetails }, premiere);
      expect(item).toMatchObject({ type: 'video', url: 'https://www.youtube.com/watch?v=vid-1' });
      expect(item).not.toHaveProperty('typeLost');
    }
  });

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
    const medium = { url: 'https://i.ytimg.com/m.jpg' };
    expect(thumbnailOf({ medium, default: { url: 'https://i.ytimg.com/d.jpg' } })).toBe('https://i.ytimg.com/m.jpg');
    expect(thumbnailOf(undefined)).toBeNull();
    expect(thumbnailOf({ high: { url: 'javascript:alert(1)' } })).toEqual(aLoss);
    expect(thumbnailOf({ high: { url: 'javascript:alert(1)' }, medium })).toBe('https://i.ytimg.com/m.jpg');
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

  it('are lost one by one', () => {
    const { statistics } = video;
    expect(figuresOf({ ...video, statistics: { ...statistics, likeCount: null } }, reported)).toEqual({
      ...figuresOf(video, reported),
      likes: aLoss,
    });
    expect(figuresOf({ ...video, statistics: 'none' }, reported)).toMatchObject({
      likes: aLoss,
      comments: aLoss,
      views: aLoss,
      shares: value(5),
    });
  });

  it('leave a video its type and its address as long as these are only guessed', () => {
    expect(itemOf(video, { ...reported, type: aLoss })).toMatchObject({ type: 'video', typeLost: aLoss, url: aLoss });
    const live = { ...video, liveStreamingDetails: {} };
    expect(itemOf({ ...live, liveStreamingDetails: 7 }, reported)).toMatchObject({ type: 'stream', typeLost: aLoss });
    expect(itemOf(live, { ...reported, type: aLoss })).not.toHaveProperty('typeLost');
  });
});
