import type { ContentBatch } from '../connector';
import { PlatformError, type PlatformTrouble } from '../errors';

/** The trouble that a call ends in. Fails when it does not, or with another kind of error. */
export async function troubleOfCall(call: Promise<unknown>): Promise<PlatformTrouble> {
  try {
    await call;
  } catch (error) {
    if (error instanceof PlatformError) return error.trouble;
    throw error;
  }
  throw new Error('The call went well, but trouble was expected.');
}

/** All batches of a stream. */
export async function batchesOf(stream: AsyncIterable<ContentBatch>): Promise<ContentBatch[]> {
  const batches: ContentBatch[] = [];
  for await (const batch of stream) batches.push(batch);
  return batches;
}
