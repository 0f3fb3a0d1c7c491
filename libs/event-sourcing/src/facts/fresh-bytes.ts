import { randomFillSync } from 'node:crypto';

const POOL = 16 * 1_024;
const pool = Buffer.alloc(POOL);
let used = POOL;

/** Asking the system each time costs more than the encryption they are for. */
export const freshBytes = (size: number): Buffer => {
  if (used + size > POOL) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + size));
  // Bytes that were handed out must not be readable here a second time.
  pool.fill(0, used, used + size);
  used += size;
  return bytes;
};
