import { avatarUrl } from '../pictures/links';
import type { Sandbox } from '../sandbox';
import { followersAt } from '../world/growth';
import type { Person } from '../world/person';
import type { Platform } from '../world/world';

/** How somebody stands towards the app: `never` asked, `granted`, or what ended it. */
export type Access = 'never' | 'granted' | 'password-changed' | 'revoked';

export interface PersonRow {
  readonly platform: Platform;
  readonly id: string;
  readonly name: string;
  /** Null where the platform knows none. */
  readonly email: string | null;
  readonly about: string;
  readonly avatarUrl: string;
  readonly followers: number;
  readonly posts: number;
  /** Part of the hand-made cast, not of the crowd. */
  readonly cast: boolean;
  readonly access: Access;
  readonly scopes: readonly string[];
}

export function peopleOf(sandbox: Sandbox, platform: Platform): PersonRow[] {
  const now = sandbox.clock.now();
  return sandbox.world.people(platform).map((person, i) => ({
    platform,
    id: person.id,
    name: person.name,
    email: emailOf(sandbox, platform, person),
    about: person.about,
    avatarUrl: avatarUrl(sandbox, platform, person, 96),
    followers: followersAt(sandbox.world.seed, person, now),
    posts: sandbox.world[platform].get(person.id)?.feed.count(now) ?? 0,
    cast: i < sandbox.world.cast[platform],
    access: accessOf(sandbox, platform, person),
    scopes: sandbox.standings.of(platform, person.id).granted,
  }));
}

const emailOf = ({ world }: Sandbox, platform: Platform, { id }: Person): string | null =>
  platform === 'youtube' ? (world.youtube.get(id)?.person.email ?? null) : null;

function accessOf({ standings }: Sandbox, platform: Platform, { id }: Person): Access {
  const { granted, ended } = standings.of(platform, id);
  return granted.length > 0 ? 'granted' : (ended.at(-1) ?? 'never');
}

/**
 * What a creator does in their account's settings. Both end the app's tokens at Instagram; at Google a new password does not, so there
 * it changes nothing for the app. @returns whether tokens stopped working
 */
export function changeAccess(
  sandbox: Sandbox,
  platform: Platform,
  id: string,
  what: 'change-password' | 'revoke',
): boolean {
  const person = sandbox.world.person(platform, id);
  const ends = person !== undefined && (what === 'revoke' || platform === 'instagram');
  if (ends)
    sandbox.standings.end(platform, id, what === 'revoke' ? 'revoked' : 'password-changed', sandbox.clock.now());
  const changed = ends ? 'changed the password' : 'changed the password; Google keeps the permission';
  const note = what === 'revoke' ? 'revoked the permission' : changed;
  sandbox.calls.add({
    at: new Date(sandbox.clock.now()).toISOString(),
    platform,
    method: 'person',
    path: id,
    status: null,
    note,
  });
  return ends;
}
