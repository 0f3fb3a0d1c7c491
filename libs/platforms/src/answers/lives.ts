import { z } from 'zod';

/** A longer life is none that a date could tell. */
const aCentury = 3_155_760_000;
const seconds = z.coerce.number().positive().max(aCentury);

/** For how many seconds a token lives, where the platform need not say so. */
export const lives = seconds.optional().catch(undefined);

/**
 * For how many seconds a token lives; where that cannot be read, the usual time. A life is no reason to throw away the
 * tokens that came with it: they may be the only ones, as with refresh tokens that work once.
 */
export const livesUsually = (usual: number) => seconds.catch(usual);
