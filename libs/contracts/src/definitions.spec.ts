import { availabilityLabel, availabilityText, figureText, type FigureName, type Unavailable } from './definitions';
import { platformIds } from './platforms';

const names: readonly FigureName[] = [
  'followers',
  'following',
  'posts',
  'videos',
  'playlists',
  'watchTimeMinutes',
  'views',
  'reach28d',
  'tweets',
  'likes',
  'comments',
  'impressions',
  'reach',
  'shares',
  'saves',
  'email',
];
const reasons: readonly Unavailable[] = [
  'below-threshold',
  'not-offered',
  'not-applicable',
  'permission-missing',
  'not-yet',
];

describe('texts of figures', () => {
  it('has a label and a sentence for every figure on every platform', () => {
    for (const platform of platformIds) {
      for (const name of names) {
        const { label, definition } = figureText(name, platform);
        expect(label).not.toBe('');
        expect(definition).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  it('calls followers subscribers on YouTube only', () => {
    expect(figureText('followers', 'youtube').label).toBe('Subscribers');
    expect(figureText('followers', 'instagram').label).toBe('Followers');
  });

  it('has a sentence for every way in which a figure is missing', () => {
    for (const platform of platformIds) {
      for (const why of reasons) {
        expect(availabilityLabel(why, platform)).not.toBe('');
        expect(availabilityText(why, platform)).toMatch(/^[A-Z].*\.$/);
      }
    }
    expect(availabilityLabel('not-offered', 'instagram')).toBe('Not offered by Instagram');
  });

  it('says that Instagram retired impressions', () => {
    expect(availabilityText('not-offered', 'instagram', 'impressions')).toBe(
      'Instagram has retired this figure; views are counted in its place.',
    );
    expect(availabilityText('not-offered', 'youtube', 'impressions')).toBe(
      'YouTube does not give this figure, or the creator keeps it hidden there.',
    );
  });
});
