import type { Desk } from '../demo-data/answers';
import { demoCreators, inviteAndConnect } from '../demo-data/demo-creators';
import type { Browser } from './browser';
import type { ServerUnderTest } from './server-under-test';

/**
 * The demo's creators, one after the other: invited by the member, connecting on the platforms' own pages. Gives each
 * one's link.
 */
export async function fillDemoWorkspace(
  linkage: ServerUnderTest,
  desk: Browser,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>();
  for (const creator of demoCreators.filter(({ name }) => names.includes(name)))
    links.set(creator.name, await inviteAndConnect(linkage.url, deskOf(desk), creator));
  if (links.size !== names.length) throw new Error('One of these creators is not in the demo.');
  return links;
}

const deskOf = (browser: Browser): Desk => ({
  get: async (path, position) => (await browser.get(path, position ? { 'X-Linkage-Position': position } : {})).body,
  post: async (path, body) => (await browser.post(path, body)).body,
});
