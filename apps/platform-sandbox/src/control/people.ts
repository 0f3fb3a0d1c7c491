import { avatarUrl } from '../pictures/links';
import type { Sandbox } from '../sandbox';
import { followersAt } from '../world/growth';
import type { PlatformTraits } from '../world/platform-traits';
import type { PlatformId } from '@linkage/platform-guide';

/** How somebody stands towards the app: `never` asked, `granted`, or what ended it. */
export type Access = 'never' | 'granted' | 'password-changed' | 'revoked';

export interface PersonRow {
  readonly platform: PlatformId;
  readonly id: string;
  /** How the account is called now. */
  readonly handle: string;
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

export function peopleOf(sandbox: Sandbox, traits: PlatformTraits): PersonRow[] {
  const now = sandbox.clock.now();
  const platform = traits.id;
  return [...sandbox.world.of(traits).values()].map((account, i) => {
    const { person, feed } = account;
    return {
      platform,
      id: person.id,
      handle: sandbox.changes.handleOf(platform, person),
      name: person.name,
      email: traits.emailOf(account),
      about: person.about,
      avatarUrl: avatarUrl(sandbox, platform, person, 96),
      followers: followersAt(sandbox.world.seed, person, now),
      posts: feed.count(now),
      cast: i < traits.cast,
      access: accessOf(sandbox, platform, person.id),
      scopes: sandbox.standings.of(platform, person.id).granted,
    };
  });
}

function accessOf({ standings }: Sandbox, platform: PlatformId, id: string): Access {
  const { granted, ended } = standings.of(platform, id);
  return granted.length > 0 ? 'granted' : (ended.at(-1) ?? 'never');
}

/**
 * What a creator does in their account's settings. Where a new password keeps the app's tokens alive, it changes
 * nothing for the app.
 * @returns whether tokens stopped working
 */
export function changeAccess(
  sandbox: Sandbox,
  { id: platform, keepsAfterPassword }: PlatformTraits,
  id: string,
  what: 'change-password' | 'revoke',
): boolean {
  const person = sandbox.world.person(platform, id);
  const ends = person !== undefined && (what === 'revoke' || keepsAfterPassword === null);
  if (ends)
    sandbox.standings.end(platform, id, what === 'revoke' ? 'revoked' : 'password-changed', sandbox.clock.now());
  const changed = ends ? 'changed the password' : `changed the password; ${keepsAfterPassword}`;
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
