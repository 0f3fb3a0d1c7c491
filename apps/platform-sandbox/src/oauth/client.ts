/** The one app that is registered here, as a developer would register it at each platform. */
export const client = { id: 'linkage-sandbox', secret: 'linkage-sandbox-secret', name: 'Linkage' } as const;

/** `uri` with more query parameters. Parameters it has already stay. */
export function withQuery(uri: string, query: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(uri);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}
