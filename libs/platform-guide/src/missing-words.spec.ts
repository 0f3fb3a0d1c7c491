import { missingBecause, partLabel } from './missing-words';

describe('what a refresh is without', () => {
  it.each([
    ['profile', 'reach28d', 'reach in 28 days'],
    ['profile', 'displayName', 'name'],
    ['profile', 'all', 'profile'],
    ['audience', 'ages', 'ages'],
    ['audience', 'all', 'audience'],
    ['content', 'reach', 'reach of posts'],
    ['content', 'posts', 'some posts'],
    ['content', 'stories', 'stories'],
    ['content', 'all', 'posts'],
    ['content', 'thumbnailUrl', 'pictures of posts'],
    ['content', 'new words', 'new words of posts'],
  ] as const)('%s %s is called %j', (section, part, label) =>
    expect(partLabel('instagram', section, part)).toBe(label),
  );

  it('is called as the platform calls it', () => {
    expect(partLabel('youtube', 'content', 'posts')).toBe('some videos');
    expect(partLabel('youtube', 'profile', 'followers')).toBe('subscribers');
    expect(partLabel('youtube', 'content', 'likes')).toBe('likes of videos');
    expect(partLabel('twitch', 'content', 'clips')).toBe('clips');
  });

  it('says of how many posts, where that is known', () => {
    expect(partLabel('youtube', 'content', 'likes', 1)).toBe('likes of 1 video');
    expect(partLabel('instagram', 'content', 'likes', 12)).toBe('likes of 12 posts');
    expect(partLabel('instagram', 'content', 'posts', 12)).toBe('some posts');
  });

  it.each([
    ['platform-down', 'Instagram did not answer'],
    ['rate-limited', 'Instagram asked to wait'],
    ['permission-missing', 'a permission is missing'],
    ['refused', 'Instagram refused to give it'],
    ['not-yet', 'Instagram has not worked it out yet'],
    ['unexpected', 'Instagram answered in an unknown way'],
    ['toString', 'Instagram answered in an unknown way'],
  ])('%s is said as %j', (reason, words) => expect(missingBecause('instagram', reason)).toBe(words));
});
