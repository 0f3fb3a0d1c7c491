import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { platformData, platformIds, platforms, type DataPoint, type PlatformId } from '@linkage/platform-guide';
import { connectorOf, createConnectors, mapRecorded, sandboxHosts } from './index';
import { isSameCall } from './recorded/call-name';

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

  it('ask which account to use where another one is meant, and only there', () => {
    const asked: Readonly<Record<PlatformId, string>> = {
      facebook: 'auth_type=rerequest%2Creauthenticate',
      instagram: 'force_reauth=true',
      // X documents no such parameter for OAuth 2.0.
      twitter: 'client_id=c',
      tiktok: 'disable_auto_auth=1',
      twitch: 'force_verify=true',
      youtube: 'prompt=select_account+consent',
    };
    for (const platform of platformIds) {
      const connector = createConnectors({ [platform]: settings }, environment).find(platform)!;
      const request = { state: 's', redirectUri: 'http://r', codeChallenge: 'cc' };
      const usual = new URL(connector.authorizeUrl(request)).searchParams;
      const other = connector.authorizeUrl({ ...request, anotherAccount: true });
      expect(other).toContain(asked[platform]);
      const names = Object.keys(platforms[platform].otherAccount.ask);
      const rest = (all: URLSearchParams) => [...all].filter(([name]) => !names.includes(name));
      expect(rest(new URL(other).searchParams)).toEqual(rest(usual));
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

  it('make each call that the manifests name as the source of something, and no data point comes from nowhere', async () => {
    for (const [platform, { recorded }] of Object.entries(connectorOf)) {
      const { identity, profile, audience, content } = platformData[platform as PlatformId];
      const points = [identity, profile, audience, content].flatMap((group): DataPoint[] => Object.values(group));
      const sources = new Set(points.flatMap(({ from }) => from?.call.split(', ') ?? []));
      const made = recorded.calls.map(({ call }) => call);
      for (const source of sources)
        expect({ platform, source, isMade: made.some((call) => isSameCall(call, source)) }).toEqual({
          platform,
          source,
          isMade: true,
        });
      const first = recorded.calls.find(({ for: purposes }) => purposes.includes('identity'))!;
      const body = JSON.stringify(
        recorded.blank({ method: 'GET', url: new URL('http://x'), call: first.call }, undefined, first.call),
      );
      const { snapshot } = await mapRecorded({ platform, call: first.call, status: 200, body });
      expect(snapshot).toMatchObject({ identity: { platformAccountId: expect.stringMatching(/./) as string } });
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
