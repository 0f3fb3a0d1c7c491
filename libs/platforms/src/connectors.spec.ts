import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { platformData, platformIds, platforms } from '@linkage/platform-guide';
import { createConnectors, sandboxHosts } from './index';

const settings = { clientId: 'c', clientSecret: 's' };
const environment = { clock: { now: () => new Date() }, report: () => undefined };

describe('the connectors of an installation', () => {
  it('are those that have settings', () => {
    const registry = createConnectors({ instagram: settings, youtube: undefined }, environment);
    expect(registry.available).toEqual(['instagram']);
    expect(registry.find('instagram')?.platform).toBe('instagram');
    expect(registry.find('youtube')).toBeUndefined();
    expect(registry.find('__proto__')).toBeUndefined();
  });

  it('promise what the dashboards need', () => {
    for (const platform of ['instagram', 'youtube'] as const) {
      const connector = createConnectors({ [platform]: settings }, environment).find(platform)!;
      expect(connector.permissions.filter(({ required }) => required)).toHaveLength(1);
      expect(new Set(connector.permissions.map(({ scope }) => scope)).size).toBe(connector.permissions.length);
      expect(connector.contentTypes).toContain('video');
    }
  });

  it('ask for what their manifests name, and can bring what these list', () => {
    for (const platform of platformIds) {
      const connector = createConnectors({ [platform]: settings }, environment).find(platform);
      if (connector === undefined) continue;
      const scopes = Object.values(platforms[platform].permissions).map(({ scope }) => scope);
      expect(connector.permissions.map(({ scope }) => scope)).toEqual(scopes);
      expect(connector.contentTypes).toEqual(platformData[platform].contentTypes.map(({ type }) => type));
    }
  });

  it('have each folder of a platform in the registry', () => {
    const all = Object.fromEntries(platformIds.map((platform) => [platform, settings]));
    const folders = platformIds.filter((platform) => existsSync(join(__dirname, platform)));
    expect([...createConnectors(all, environment).available].sort()).toEqual([...folders].sort());
  });

  it('find the hosts of the sandbox', () => {
    expect(sandboxHosts('http://127.0.0.1:3100/')).toMatchObject({
      instagram: {
        www: 'http://127.0.0.1:3100/instagram/www',
        api: 'http://127.0.0.1:3100/instagram/api',
        graph: 'http://127.0.0.1:3100/instagram/graph',
      },
      youtube: {
        accounts: 'http://127.0.0.1:3100/youtube/accounts',
        oauth2: 'http://127.0.0.1:3100/youtube/oauth2',
        googleapis: 'http://127.0.0.1:3100/youtube/googleapis',
        analytics: 'http://127.0.0.1:3100/youtube/analytics',
      },
    });
    const hosts = sandboxHosts('http://127.0.0.1:3100').instagram;
    const connector = createConnectors({ instagram: { ...settings, hosts } }, environment).find('instagram')!;
    expect(connector.authorizeUrl({ state: 's', redirectUri: 'http://r' })).toMatch(
      /^http:\/\/127\.0\.0\.1:3100\/instagram\/www\/oauth\/authorize\?/,
    );
  });
});
