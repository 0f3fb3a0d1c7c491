import { byVideo, contentTypeOf } from './youtube.video-reports';

describe('reports by video', () => {
  it.each([
    ['SHORTS', 'short'],
    ['shorts', 'short'],
    ['VIDEO_ON_DEMAND', 'video'],
    ['videoOnDemand', 'video'],
    ['LIVE_STREAM', 'stream'],
    ['liveStream', 'stream'],
    ['UNSPECIFIED', undefined],
    [undefined, undefined],
  ])('reads the type %p as %p', (raw, type) => expect(contentTypeOf(raw)).toBe(type));

  it('adds up the broadcast and its recording', () => {
    const of = byVideo([
      { video: 'a', creatorContentType: 'VIDEO_ON_DEMAND', views: 10, shares: 1, videosAddedToPlaylists: 0 },
      { video: 'a', creatorContentType: 'LIVE_STREAM', views: 90, shares: 2, videosAddedToPlaylists: 0 },
      { video: 'b', views: 5, shares: 3.0 },
    ]);
    expect(of('a')).toEqual({ type: 'stream', shares: { is: 'value', value: 3 }, saves: { is: 'value', value: 0 } });
    expect(of('b')).toEqual({ type: undefined, shares: { is: 'value', value: 3 }, saves: { is: 'not-yet' } });
    expect(of('c')).toEqual({ type: undefined, shares: { is: 'not-yet' }, saves: { is: 'not-yet' } });
  });
});
