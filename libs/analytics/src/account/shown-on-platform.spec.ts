import { createConnectors, sandboxClient, sandboxHosts } from '@linkage/platforms';
import { cardFigures, contentTypesOn, profileFigures } from './shown-on-platform';

const hosts = sandboxHosts('http://127.0.0.1:3100');
const settings = Object.fromEntries(
  Object.entries(hosts).map(([platform, ofPlatform]) => [platform, { ...sandboxClient, hosts: ofPlatform }]),
);
const connectors = createConnectors(settings, { clock: { now: () => new Date() }, report: () => undefined });

describe('what is shown on a platform', () => {
  it.each(connectors.available)('%s: the filter offers exactly the types that its connector can bring', (platform) => {
    expect([...contentTypesOn(platform)].sort()).toEqual([...(connectors.find(platform)?.contentTypes ?? [])].sort());
  });

  it('is in the order of the platform’s manifest', () => {
    expect(profileFigures('youtube', {}).map(({ name }) => name)).toEqual([
      'followers',
      'videos',
      'playlists',
      'watchTimeMinutes',
      'views',
    ]);
  });

  it('leaves out on cards what is only recorded', () => {
    expect(cardFigures('instagram', { saves: { is: 'value', value: 3 } }).map(({ name }) => name)).toEqual([
      'likes',
      'comments',
      'impressions',
      'reach',
      'views',
    ]);
  });

  it('never leaves a blank: what was not captured is not known yet, or not offered', () => {
    const figures = new Map(
      cardFigures('instagram', { views: { is: 'value', value: 0 } }).map((each) => [each.name, each.figure]),
    );
    expect(figures.get('views')).toEqual({ is: 'value', value: 0 });
    expect(figures.get('likes')).toEqual({ is: 'not-yet' });
    expect(figures.get('impressions')).toEqual({ is: 'not-offered' });
  });
});
