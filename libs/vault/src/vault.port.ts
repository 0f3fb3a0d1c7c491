/**
 * Where secrets live, and nothing else: data-subject keys, workspace keys, OAuth grants, password hashes, sessions and pending
 * authorisations. Everything is AES-256-GCM under the master key (`LINKAGE_MASTER_KEY`, or made in the data folder with mode 0600).
 * It is a store of its own beside log and read models, because what must be erased or rotated must not be in either.
 */

/** Keyed hashes. The keys are made on first use and never leave the vault. */
export interface KeyedHashes {
  /** HMAC-SHA-256 under a key of the workspace, base64url without padding, cut to 32 characters (192 bits): for stream names. */
  ofWorkspace(workspaceId: string, value: string): Promise<string>;
  /** HMAC-SHA-256 under one key of the installation for this purpose. */
  ofInstallation(purpose: 'sign-in' | 'invitation-link', value: string): Promise<string>;
}

/** Secrets of any shape, by kind and id. */
export interface SecretStore {
  put(kind: string, id: string, secret: object, options?: { expiresAt?: Date }): Promise<void>;
  /** Stores only if nothing is there; says whether it did. */
  putNew(kind: string, id: string, secret: object, options?: { expiresAt?: Date }): Promise<boolean>;
  get<T extends object>(kind: string, id: string, now: Date): Promise<T | undefined>;
  remove(kind: string, id: string): Promise<void>;
  /** Reads and changes in one step, alone: no other change of the same secret is between. `change` gives the new one, or undefined to leave it. */
  update<T extends object>(kind: string, id: string, now: Date, change: (current: T | undefined) => T | undefined): Promise<T | undefined>;
  removeExpired(now: Date): Promise<number>;
}

/** Runs `work` alone among all holders of the same name, in this process and, by a lease, in others on the same vault. */
export interface Locks {
  withLock<T>(name: string, work: () => Promise<T>): Promise<T>;
}
