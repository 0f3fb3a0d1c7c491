import { damageContract } from '../testing/damage.contract';
import { youtubeConnector } from './youtube.connector';
import { channel, list, report, video } from './youtube.fixtures';

const videoOf = (id: string, more: object = {}) => ({ ...video, id, ...more });
const upload = (videoId: string) => ({ contentDetails: { videoId }, snippet: { resourceId: { videoId } } });

describe('any JSON in any place of YouTube’s answers', () => {
  damageContract({
    create: youtubeConnector,
    memory: {
      answers: {
        channels: list([{ ...channel, statistics: { ...channel.statistics, videoCount: '3' } }]),
        playlists: list([{}], { pageInfo: { totalResults: 14, resultsPerPage: 1 } }),
        userinfo: { id: '1', email: 'lucia@example.com' },
        watched: report(['estimatedMinutesWatched'], [[98_765]]),
        'ageGroup,gender': report(
          ['ageGroup', 'gender', 'viewerPercentage'],
          [
            ['age18-24', 'female', 60],
            ['age25-34', 'male', 40],
          ],
        ),
        country: report(
          ['country', 'views'],
          [
            ['ES', 30],
            ['MX', 10],
          ],
        ),
        city: report(
          ['city', 'views'],
          [
            ['Madrid', 20],
            ['Oaxaca', 5],
          ],
        ),
        'video,creatorContentType': report(
          ['video', 'creatorContentType', 'views', 'shares', 'videosAddedToPlaylists'],
          [
            ['a', 'SHORTS', 9, 2, 1],
            ['b', 'VIDEO_ON_DEMAND', 8, 3, 4],
            ['c', 'LIVE_STREAM', 7, 5, 6],
          ],
        ),
        'uploads ': list([upload('a'), upload('b')], { nextPageToken: 'two', pageInfo: { totalResults: 3 } }),
        'uploads two': list([upload('c')], { pageInfo: { totalResults: 3 } }),
        'videos a,b': list([videoOf('a'), videoOf('b')]),
        'videos c': list([videoOf('c', { liveStreamingDetails: { actualStartTime: '2026-11-01T10:00:00Z' } })]),
      },
      nameOf: ({ call, url }) => {
        const parameter = (name: string): string => url.searchParams.get(name) ?? '';
        if (call === 'GET /v2/reports') return parameter('dimensions') || 'watched';
        if (call.endsWith('/playlistItems')) return parameter('pageToken') === 'two' ? 'uploads two' : 'uploads ';
        if (call.endsWith('/videos')) return parameter('id') === 'c' ? 'videos c' : 'videos a,b';
        return call.split('/').at(-1) ?? '';
      },
    },
    decide: [/^channels items(\.0(\.id)?)?$/],
    hangOn: [
      // The list goes on: the second page.
      [/^uploads {2}nextPageToken$/, /^post c\./],
      // Which video it is: in the first of two places.
      [/^uploads (two)? ?items/, /^post/],
      // The address of a Short is another one.
      [/^videos .*(liveStreamingDetails|contentDetails)/, /^post .*\.url$/],
      // Names of columns, and of which video a row is.
      [/^video,creatorContentType (columnHeaders|rows)/, /^post .*\.(shares|saves|type|url)$/],
      [/^(country|city) /, /^audience\.(countries|cities)$/],
    ],
  });
});
