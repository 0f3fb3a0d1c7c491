import { hash } from 'node:crypto';
import type { StoredFact } from '../stored-fact';
import { canonicalJson } from './canonical-json';

/** base64url. */
export const sha256 = (text: string): string => hash('sha256', text, 'base64url');

/** What of a fact the chain covers: all of it but its position, which is another one in every log. */
export type Covered = Omit<StoredFact, 'position'>;

/**
 * SHA-256 (base64url) of a fact as it is stored: personal fields still encrypted, so that erasing a person's key changes nothing. The same in
 * every log and after every journey between them.
 */
export const factDigest = ({ stream, revision, id, type, data, meta }: Covered): string =>
  sha256(canonicalJson([stream, revision, id, type, data, meta]));

/** The link of a workspace's chain before its first fact. */
export const firstLink = (workspaceId: string): string => sha256(`linkage chain 1 ${workspaceId}`);

/** The link after one more fact: it stands for that fact and for every one before it, in this order. */
export const linkAfter = (link: string, digest: string): string => sha256(`${link} ${digest}`);
