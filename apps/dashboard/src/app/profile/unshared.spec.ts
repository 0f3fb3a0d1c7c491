import { isUnshared, unsharedText } from './unshared';

it('says once which figures a platform shares of no post', () => {
  expect(unsharedText('youtube')).toBe('YouTube shares neither impressions nor reach of posts with apps.');
  expect(unsharedText('instagram')).toBe('Instagram shares no impressions of posts with apps.');
  expect(isUnshared('youtube', 'reach')).toBe(true);
  expect(isUnshared('youtube', 'views')).toBe(false);
});
