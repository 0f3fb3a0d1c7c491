import { manifests, platformIds, type PlatformId } from '@linkage/platform-guide';

type SandboxHosts = {
  readonly [P in PlatformId]: Readonly<Record<keyof (typeof manifests)[P]['hosts'], string>>;
};

/**
 * `PlatformSettings.hosts` of each platform for the platform sandbox, where each real host is a path:
 * `<sandbox>/<platform>/<host>`.
 */
export function sandboxHosts(sandboxUrl: string): SandboxHosts {
  const base = sandboxUrl.replace(/\/+$/, '');
  const urls = (platform: PlatformId) =>
    Object.fromEntries(Object.keys(manifests[platform].hosts).map((name) => [name, `${base}/${platform}/${name}`]));
  return Object.fromEntries(platformIds.map((platform) => [platform, urls(platform)])) as SandboxHosts;
}

/** The sandbox knows one client. */
export const sandboxClient = { clientId: 'linkage-sandbox', clientSecret: 'linkage-sandbox-secret' } as const;
