import { Bell } from '../bell';

/** Where Linkage listens unless it is told otherwise. `{platform}` stands for the id of each platform. */
export const linkagesOwn: readonly string[] = ['http://localhost:3000/api/oauth/{platform}/callback'];

/** Absolute, http or https, no fragment: what a platform lets one register. */
function isRegistrable(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, hash } = new URL(uri);
  return (protocol === 'http:' || protocol === 'https:') && hash === '' && !uri.includes('#');
}

/** An address that no platform would let one register. */
export class NotRegistrable extends Error {
  constructor(uri: string) {
    super(`"${uri}" cannot be registered as a redirect URI: it must be an absolute http or https address without #.`);
  }
}

/**
 * The addresses that the app has registered, the same list at every platform. As at the real ones an address counts
 * only if it is the same character by character: no other case, no slash more, no query more.
 */
export class RedirectUris {
  private registered: readonly string[] = [];
  readonly changed = new Bell();

  /** @throws NotRegistrable */
  constructor(uris: readonly string[] = linkagesOwn) {
    this.register(uris);
  }

  get all(): readonly string[] {
    return this.registered;
  }

  /** In the place of those before. @throws NotRegistrable */
  register(uris: readonly string[]): void {
    const refused = uris.find((uri) => !isRegistrable(uri));
    if (refused !== undefined) throw new NotRegistrable(refused);
    this.registered = [...new Set(uris)];
    this.changed.ring();
  }

  /** On a server that has one registered: nothing is posted anywhere else. */
  isOfApp(platform: string, address: string): boolean {
    const origins = this.registered.map((uri) => new URL(uri.replaceAll('{platform}', platform)).origin);
    return URL.canParse(address) && origins.includes(new URL(address).origin);
  }

  has(platform: string, uri: string | undefined): boolean {
    return this.registered.some((registered) => registered.replaceAll('{platform}', platform) === uri);
  }
}
