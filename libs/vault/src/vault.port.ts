import type { SubjectKeys } from '@linkage/event-sourcing';

/**
 * Where secrets live, and nothing else: data-subject keys, workspace keys, OAuth grants, password hashes, sessions and pending
 * authorisations. Everything is AES-256-GCM under the master key (`LINKAGE_MASTER_KEY`, or made in the data folder with mode 0600).
 * It is a store of its own beside log and read models, because what must be erased or rotated must not be in either.
 *
 * The abstract classes are the injection tokens; `VaultModule` provides them everywhere. What the disk refuses is a `VaultUnavailable`.
 */

/** What a hash of the installation is for; each has a key of its own. */
export type HashPurpose = 'sign-in' | 'invitation-link' | 'known-browser';

/** Keyed hashes. The keys are made on first use and never leave the vault. */
export abstract class KeyedHashes {
  /** HMAC-SHA-256 under a key of the workspace, base64url without padding, cut to 32 characters (192 bits): for stream names. */
  abstract ofWorkspace(workspaceId: string, value: string): Promise<string>;
  /** HMAC-SHA-256 under one key of the installation for this purpose; the same form. */
  abstract ofInstallation(purpose: HashPurpose, value: string): Promise<string>;
}

/** Records of one kind that are not what was written. */
export interface DamagedRecords {
  readonly kind: string;
  readonly records: number;
}

export interface VaultVerdict {
  readonly records: number;
  /** How many there are of each kind. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly damaged: readonly DamagedRecords[];
  /** What SQLite finds wrong with the file itself; empty when nothing is. */
  readonly file: readonly string[];
}

/** Whether the vault is what was written. Tells kinds and counts, never an id or a secret. */
export abstract class VaultCheck {
  /** Looks at the file and at every record in it. */
  abstract verify(): Promise<VaultVerdict>;
  /** Whether the key of a person opens. `missing`: there is none, and nobody erased it. */
  abstract keyOf(subject: string): Promise<'opens' | 'erased' | 'missing' | 'damaged'>;
  /** What is known to be damaged: by a record that did not open when it was read, and by what is looked at in the background. */
  abstract known(): readonly DamagedRecords[];
  /** Looks at the records in the background, a few at a time, round after round. Returns the way to stop. */
  abstract watch(): () => void;
}

/** Secrets of any shape, by kind and id. Neither the secret nor its id stands in the file in the clear; the kind does. */
export abstract class SecretStore {
  /** Another number as soon as another process has written to the vault; cheap to ask. */
  abstract revision(): number;
  abstract put(kind: string, id: string, secret: object, options?: { expiresAt?: Date }): Promise<void>;
  /** Stores only if nothing is there (an expired one counts until it is removed); says whether it did. */
  abstract putNew(kind: string, id: string, secret: object, options?: { expiresAt?: Date }): Promise<boolean>;
  /** undefined when there is none, or when it has expired by `now`. */
  abstract get<T extends object>(kind: string, id: string, now: Date): Promise<T | undefined>;
  abstract remove(kind: string, id: string): Promise<void>;
  /**
   * Reads and changes in one step, alone: no other change of the same secret is between, in any process. `change` is pure: it gives the
   * new one, or undefined to leave it. The expiry stays as it was, unless `options` gives another. Answers with what is stored afterwards.
   */
  abstract update<T extends object>(
    kind: string,
    id: string,
    now: Date,
    change: (current: T | undefined) => T | undefined,
    options?: { expiresAt?: Date },
  ): Promise<T | undefined>;
  /** Reads and removes in one step: of two takers, one gets it. */
  abstract take<T extends object>(kind: string, id: string, now: Date): Promise<T | undefined>;
  abstract removeExpired(now: Date): Promise<number>;
}

/** Runs `work` alone among all holders of the same name, in this process and, by a lease, in others on the same vault. Not re-entrant. */
export abstract class Locks {
  abstract withLock<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** The same, but does not wait: null when somebody else holds the name. */
  abstract tryLock<T>(name: string, work: () => Promise<T>): Promise<T | null>;
}

/**
 * OAuth grants, one per connected account. A grant is plain JSON; its `refreshToken` is never overwritten by an answer that has none
 * (`null`, `''` or absent), and then `refreshExpiresAt` stays, too.
 */
export abstract class Grants {
  /** Stores what the creator has just agreed to, over what was there. Waits for a refresh that is under way. */
  abstract put(accountId: string, grant: object): Promise<void>;
  abstract get<G extends object>(accountId: string): Promise<G | undefined>;
  /**
   * Single flight: alone for this account, in all processes, it reads the newest grant, calls `refresh` with it and stores what came back.
   * Null leaves it as it is. A rejection of `refresh` is passed on, and nothing is changed. Answers with the grant that is stored afterwards; undefined when
   * there is none.
   */
  abstract refresh<G extends object>(
    accountId: string,
    refresh: (current: G) => Promise<G | null>,
  ): Promise<G | undefined>;
  /** After this no refresh that is under way can bring it back. */
  abstract remove(accountId: string): Promise<void>;
}

/** The secret part of a creator's link: derived from the invitation, stored nowhere. A higher version makes every older link worthless. */
export abstract class InvitationLinks {
  /** `<invitation id, 22 characters>.<MAC, 32 characters>`; always the same for the same id and version. @throws TypeError for an id that is no UUID */
  abstract make(invitationId: string, linkVersion: number): Promise<string>;
  /** The invitation that a link claims to be of, by its shape only; null when it has not the shape of a link. */
  abstract parse(link: string): string | null;
  /** True for exactly what `make` gives. Takes the same time for every wrong MAC. */
  abstract matches(link: string, invitationId: string, linkVersion: number): Promise<boolean>;
}

/** The kernel's keys of data subjects, and the way to erase a person. */
export abstract class DataSubjectKeys implements SubjectKeys {
  /**
   * Id (UUIDv7) of a person who is new, whose key is on the disk already: what is written about them first need not wait for it. Keys are made for
   * many at once; those that a stop leaves over belong to nobody.
   */
  abstract newSubject(): Promise<string>;
  /** 32 bytes; made on first use. For an erased person a key that is thrown away: nobody can read what is still written about them. */
  abstract obtain(subject: string): Promise<Buffer>;
  abstract find(subject: string): Promise<Buffer | undefined>;
  abstract erasures(): Promise<number>;
  /** Deletes the key for good, in all processes on this vault. Backups of the vault must be renewed to make it true there. */
  abstract erase(subject: string): Promise<void>;
}
