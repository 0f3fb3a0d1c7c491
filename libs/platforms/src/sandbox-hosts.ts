const hostNames = {
  instagram: ['www', 'api', 'graph'],
  youtube: ['accounts', 'oauth2', 'googleapis', 'analytics', 'www'],
} as const;

type SandboxHosts = { readonly [P in keyof typeof hostNames]: Readonly<Record<(typeof hostNames)[P][number], string>> };

/** `PlatformSettings.hosts` of each platform for the platform sandbox, where each real host is a path: `<sandbox>/<platform>/<host>`. */
export function sandboxHosts(sandboxUrl: string): SandboxHosts {
  const base = sandboxUrl.replace(/\/+$/, '');
  const urls = (platform: string, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, `${base}/${platform}/${name}`]));
  return Object.fromEntries(
    Object.entries(hostNames).map(([platform, names]) => [platform, urls(platform, names)]),
  ) as SandboxHosts;
}

/** The sandbox knows one client. */
export const sandboxClient = { clientId: 'linkage-sandbox', clientSecret: 'linkage-sandbox-secret' } as const;
