import type { AccessGrant, PlatformConnector } from '../connector';
import { PlatformError, type PlatformTrouble } from '../errors';
import type { AudienceReading, ContentBatch, ProfileReading } from '../reading';

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

/** All that a reading of an account gives. */
export interface WholeReading {
  readonly profile: ProfileReading;
  readonly audience: AudienceReading;
  readonly batches: readonly ContentBatch[];
  readonly accessIsInDoubt: boolean;
}

/** Reads the whole account. @throws PlatformError when the call that names it fails */
export async function readingOf(connector: PlatformConnector, grant: AccessGrant): Promise<WholeReading> {
  const reader = await connector.open(grant);
  const [profile, audience] = [await reader.profile(), await reader.audience()];
  const batches = await batchesOf(reader.content());
  return { profile, audience, batches, accessIsInDoubt: reader.accessIsInDoubt() };
}
