export const ERASED = '[erased]';

/** Kept in the vault. Deleting one erases the person from all history. */
export interface SubjectKeys {
  /** 32 bytes; made on first use. */
  obtain(subject: string): Promise<Buffer>;
  /** Undefined when the person was erased (or never had a key). */
  find(subject: string): Promise<Buffer | undefined>;
  /** For good, in all processes. Absent where erasure is not possible. */
  erase?(subject: string): Promise<void>;
  /** By any process; each gives a number that never stood here, also after a restore. Absent where `erase` is. */
  erasures?(): Promise<number>;
}
