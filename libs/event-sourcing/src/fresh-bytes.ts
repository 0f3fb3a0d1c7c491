import { randomFillSync } from 'node:crypto';

const POOL = 16 * 1_024;
const pool = Buffer.alloc(POOL);
let used = POOL;

/** Random bytes of one's own, for keys, nonces and ids. Fetched for many at once: asking the system each time costs more than what is done with them. */
export const freshBytes = (size: number): Buffer => {
  if (used + size > POOL) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + size));
  // Nothing that was handed out stays here to be read a second time.
  pool.fill(0, used, used + size);
  used += size;
  return bytes;
};
