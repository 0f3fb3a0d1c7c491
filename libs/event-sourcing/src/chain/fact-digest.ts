import { hash } from 'node:crypto';
import type { StoredFact } from '../stored-fact';
import { canonicalJson } from './canonical-json';

export const sha256 = (text: string): string => hash('sha256', text, 'base64url');

/** All of a fact but its position, which differs from log to log. */
export type Covered = Omit<StoredFact, 'position'>;

/**
 * SHA-256 (base64url) of a fact as stored: personal fields stay encrypted, so that erasing a person's key changes
 * nothing. The same in every log, before and after a transfer.
 */
export const factDigest = ({ stream, revision, id, type, data, meta }: Covered): string =>
  sha256(canonicalJson([stream, revision, id, type, data, meta]));

export const firstLink = (workspaceId: string): string => sha256(`linkage chain 1 ${workspaceId}`);

export const linkAfter = (link: string, digest: string): string => sha256(`${link} ${digest}`);
