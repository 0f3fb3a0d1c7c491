import { hash } from 'node:crypto';
import type { StoredFact } from '../facts/stored-fact';
import { canonicalJson } from '../facts/canonical-json';

export const sha256 = (text: string): string => hash('sha256', text, 'base64url');

/** The position differs from log to log. */
export type Covered = Omit<StoredFact, 'position'>;

/** SHA-256 (base64url) of the stored form: personal fields stay encrypted, so erasing a key changes nothing. */
export const factDigest = ({ stream, revision, id, type, data, meta }: Covered): string =>
  sha256(canonicalJson([stream, revision, id, type, data, meta]));

export const firstLink = (workspaceId: string): string => sha256(`linkage chain 1 ${workspaceId}`);

export const linkAfter = (link: string, digest: string): string => sha256(`${link} ${digest}`);
