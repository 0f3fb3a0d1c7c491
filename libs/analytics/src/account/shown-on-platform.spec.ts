import { platformIds } from '@linkage/contracts';
import { createConnectors, sandboxClient, sandboxHosts } from '@linkage/platforms';
import { inOrder, shownOnPlatform } from './shown-on-platform';

const hosts = sandboxHosts('http://127.0.0.1:3100');
const settings = Object.fromEntries(
  Object.entries(hosts).map(([platform, ofPlatform]) => [platform, { ...sandboxClient, hosts: ofPlatform }]),
);
const connectors = createConnectors(settings, { clock: { now: () => new Date() }, report: () => undefined });

describe('what is shown on a platform', () => {
  it.each(connectors.available)('%s: the filter offers exactly the types that its connector can bring', (platform) => {
    expect([...shownOnPlatform[platform].types].sort()).toEqual(
      [...(connectors.find(platform)?.contentTypes ?? [])].sort(),
    );
  });

  it('names each figure once, and on every card likes, comments, impressions and reach', () => {
    for (const platform of platformIds) {
      const { profile, content } = shownOnPlatform[platform];
      expect(new Set(profile).size).toBe(profile.length);
      expect(new Set(content).size).toBe(content.length);
      expect(content).toEqual(expect.arrayContaining(['likes', 'comments', 'impressions', 'reach', 'views']));
    }
  });

  it('never leaves a blank', () => {
    expect(inOrder(['likes', 'views'], { views: { is: 'value', value: 0 } })).toEqual([
      { name: 'likes', figure: { is: 'not-yet' } },
      { name: 'views', figure: { is: 'value', value: 0 } },
    ]);
  });
});
