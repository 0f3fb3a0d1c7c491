import { aLoss } from '../testing/read-as';
import type { ReportRow } from './youtube.api';
import { byVideo, contentTypeOf } from './youtube-video-reports';

const of = (rows: readonly ReportRow[]) => byVideo({ rows, lost: undefined });

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
    const figures = of([
      { video: 'a', creatorContentType: 'VIDEO_ON_DEMAND', views: 10, shares: 1, videosAddedToPlaylists: 0 },
      { video: 'a', creatorContentType: 'LIVE_STREAM', views: 90, shares: 2, videosAddedToPlaylists: 0 },
      { video: 'b', views: 5, shares: 3.0 },
    ]);
    expect(figures('a')).toEqual({
      type: 'stream',
      shares: { is: 'value', value: 3 },
      saves: { is: 'value', value: 0 },
    });
    expect(figures('b')).toEqual({ type: undefined, shares: { is: 'value', value: 3 }, saves: { is: 'not-yet' } });
    expect(figures('c')).toEqual({ type: undefined, shares: { is: 'not-yet' }, saves: { is: 'not-yet' } });
  });

  it('tell of a video that none watched it live, where all of its rows say so', () => {
    const figures = of([
      { video: 'a', creatorContentType: 'VIDEO_ON_DEMAND', views: 10 },
      { video: 'b', creatorContentType: 'VIDEO_ON_DEMAND', views: 90 },
      { video: 'b', creatorContentType: 'LIVE_STREAM', views: 10 },
      { video: 'c', views: 5 },
      { video: 'd', creatorContentType: 'VIDEO_ON_DEMAND', views: 10 },
      { video: 'd', creatorContentType: aLoss, views: 10 },
    ]);
    expect(['a', 'b', 'c', 'd', 'e'].filter((id) => figures(id).neverLive)).toEqual(['a']);
    const cut = byVideo({ rows: [{ video: 'a', creatorContentType: 'VIDEO_ON_DEMAND' }], lost: aLoss });
    expect(cut('a')).not.toHaveProperty('neverLive');
  });

  it('loses what could not be read of a video, and whatever a row may be about that belongs to none', () => {
    const figures = of([
      { video: 'a', shares: aLoss, videosAddedToPlaylists: 4 },
      { video: aLoss, shares: 9 },
    ]);
    expect(figures('a')).toEqual({ type: aLoss, shares: aLoss, saves: { is: 'value', value: 4 } });
    expect(figures('b')).toEqual({ type: aLoss, shares: aLoss, saves: aLoss });
  });
});
