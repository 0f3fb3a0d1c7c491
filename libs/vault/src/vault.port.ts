import type { SubjectKeys } from '@linkage/event-sourcing';

/**
 * Where secrets live, all AES-256-GCM under the master key (`LINKAGE_MASTER_KEY`, or a file in the data folder): a
 * store of its own, because what must be erased or rotated must be in neither log nor read models. What the disk
 * refuses is a `VaultUnavailable`.
 */

export type HashPurpose =
  'sign-in' | 'invitation-link' | 'known-browser' | 'mail-recipient' | 'mail-return' | 'mail-opt-out';

/** The keys are made on first use and never leave the vault. */
export abstract class KeyedHashes {
  /** HMAC-SHA-256 under a key of the workspace, base64url cut to 32 characters (192 bits). */
  abstract ofWorkspace(workspaceId: string, value: string): Promise<string>;
  /** The same form, under one key of the installation per purpose. */
  abstract ofInstallation(purpose: HashPurpose, value: string): Promise<string>;
}

export interface DamagedRecords {
  readonly kind: string;
  readonly records: number;
}

export interface VaultVerdict {
  readonly records: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly damaged: readonly DamagedRecords[];
  readonly file: readonly string[];
}

/** Tells kinds and counts, never an id or a secret. */
export abstract class VaultCheck {
  abstract verify(): Promise<VaultVerdict>;
  /** `missing`: there is none, and it was not erased. */
  abstract keyOf(subject: string): Promise<'opens' | 'erased' | 'missing' | 'damaged'>;
  abstract known(): readonly DamagedRecords[];
  /** A few records at a time, round after round. Returns the way to stop. */
  abstract watch(): () => void;
}

/** Neither the secret nor its id stands in the file in the clear; the kind does. */
export abstract class SecretStore {
  /** Another number as soon as another process has written to the vault; cheap to ask. */
  abstract revision(): number;
  abstract put(kind: string, id: string, secret: object, options?: { expiresAt?: Date }): Promise<void>;
  /** Only if nothing is there (an expired one counts until it is removed); says whether it did. */
  abstract putNew(kind: string, id: string, secret: object, options?: { expiresAt?: Date }): Promise<boolean>;
  /** Undefined also when it has expired by `now`. */
  abstract get<T extends object>(kind: string, id: string, now: Date): Promise<T | undefined>;
  abstract remove(kind: string, id: string): Promise<void>;
  /** Alone, in all processes. `change` is pure (undefined: leave it). The expiry stays unless `options` gives one. */
  abstract update<T extends object>(
    kind: string,
    id: string,
    now: Date,
    change: (current: T | undefined) => T | undefined,
    options?: { expiresAt?: Date },
  ): Promise<T | undefined>;
  /** In one step: of two takers, one gets it. */
  abstract take<T extends object>(kind: string, id: string, now: Date): Promise<T | undefined>;
  abstract removeExpired(now: Date): Promise<number>;
}

/** After `lost` is aborted (`LeaseLost`: the machine slept, say) begin nothing that cannot be undone or repeated. */
export type LockedWork<T> = (lost: AbortSignal) => Promise<T>;

/** In this process and, by a lease, in others on the same vault. Not re-entrant. */
export abstract class Locks {
  abstract withLock<T>(name: string, work: LockedWork<T>): Promise<T>;
  /** Does not wait: null when the name is held elsewhere. */
  abstract tryLock<T>(name: string, work: LockedWork<T>): Promise<T | null>;
}

/** A `refreshToken` is never overwritten by an answer that has none; `refreshExpiresAt` then stays, too. */
export abstract class Grants {
  /** Replaces the old grant; waits for a refresh that is under way. */
  abstract put(accountId: string, grant: object): Promise<void>;
  abstract get<G extends object>(accountId: string): Promise<G | undefined>;
  /** Single flight in all processes. Null leaves the grant; a rejection is passed on and changes nothing. */
  abstract refresh<G extends object>(
    accountId: string,
    refresh: (current: G) => Promise<G | null>,
  ): Promise<G | undefined>;
  /** Reads and removes; waits for a refresh that is under way, whose answer is the grant that is taken. */
  abstract take<G extends object>(accountId: string): Promise<G | undefined>;
  /** After this no refresh that is under way can bring it back. */
  abstract remove(accountId: string): Promise<void>;
}

/** Derived from the invitation, stored nowhere. A higher version makes every older link worthless. */
export abstract class InvitationLinks {
  /** `<invitation id, 22 characters>.<MAC, 32>`; always the same. @throws TypeError for an id that is no UUID */
  abstract make(invitationId: string, linkVersion: number): Promise<string>;
  /** By its shape only; null when it has not the shape of a link. */
  abstract parse(link: string): string | null;
  /** Takes the same time for every wrong MAC. */
  abstract matches(link: string, invitationId: string, linkVersion: number): Promise<boolean>;
}

export abstract class DataSubjectKeys implements SubjectKeys {
  /** UUIDv7 of a new person, whose key is on the disk already. Keys that a stop leaves over belong to no person. */
  abstract newSubject(): Promise<string>;
  /** 32 bytes, made on first use. For an erased person one that is thrown away: what is still written is unreadable. */
  abstract obtain(subject: string): Promise<Buffer>;
  abstract find(subject: string): Promise<Buffer | undefined>;
  abstract erasures(): Promise<number>;
  /** For good, in all processes. Backups must be renewed to make it true there. */
  abstract erase(subject: string): Promise<void>;
}
