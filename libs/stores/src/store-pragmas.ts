const CACHE_KIB = 64 * 1024;

interface StoreMemory {
  readonly cacheKib?: number | undefined;
  /** Bytes that are memory-mapped. A disk error in them ends the process. */
  readonly mapped?: number;
}

/** `WalCheckpoints` takes the place of SQLite's own, which make one commit in many wait. */
export const storePragmas = ({ cacheKib = CACHE_KIB, mapped = 0 }: StoreMemory = {}) => ({
  cache_size: -cacheKib,
  temp_store: 'MEMORY',
  mmap_size: mapped,
  wal_autocheckpoint: 0,
});
