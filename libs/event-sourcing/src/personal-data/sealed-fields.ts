import { LRUCache } from 'lru-cache';
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import type { Data } from '../facts/data-seal.port';
import { freshBytes } from '../facts/fresh-bytes';
import { ERASED } from './subject-keys.port';

/** `$` keeps clear of field names. */
const SEALED = '$personal';

export interface SealedFields {
  readonly of: string;
  readonly fields: readonly string[];
  /** base64 of nonce (12 bytes), AES-256-GCM ciphertext of the values as one JSON object, tag (16 bytes) */
  readonly sealed: string;
}

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Passing the bare bytes each time costs four times the encryption itself. */
const prepared = new WeakMap<Buffer, KeyObject>();

const preparedKey = (key: Buffer): KeyObject => {
  const known = prepared.get(key);
  if (known) return known;
  const made = createSecretKey(key);
  prepared.set(key, made);
  return made;
};

export interface Sealing {
  readonly of: string;
  readonly key: Buffer;
  readonly fields: readonly string[];
}

/** `factId` is authenticated, so that values cannot be moved to another fact. */
export const sealFields = (data: Data, sealings: readonly Sealing[], factId: string): Data => {
  const open: Record<string, unknown> = { ...data };
  const sealed: SealedFields[] = [];
  for (const { of, key, fields } of sealings) {
    const present = fields.filter((field) => open[field] !== undefined);
    if (present.length === 0) continue;
    const values = Object.fromEntries(present.map((field) => [field, open[field]]));
    for (const field of present) delete open[field];
    sealed.push({ of, fields: present, sealed: sealValues(values, key, factId) });
  }
  if (sealed.length === 0) return data;
  // One alone stands without a list, as it always did.
  return { ...open, [SEALED]: sealed.length === 1 ? sealed[0] : sealed };
};

const sealValues = (values: object, key: Buffer, factId: string): string => {
  const nonce = freshBytes(NONCE);
  const cipher = createCipheriv(CIPHER, preparedKey(key), nonce).setAAD(Buffer.from(factId));
  const text = JSON.stringify(values);
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
};

export const sealedFieldsOf = (data: Data): readonly SealedFields[] => {
  const sealed = data[SEALED] as SealedFields | readonly SealedFields[] | undefined;
  return sealed === undefined ? [] : 'of' in sealed ? [sealed] : sealed;
};

/** `ERASED` where `keyOf` has no key. @throws when a key does not fit or a byte was changed */
export const openFields = (data: Data, keyOf: (subject: string) => Buffer | undefined, factId: string): Data => {
  if (data[SEALED] === undefined) return data;
  const { [SEALED]: _, ...open } = data;
  for (const { of, fields, sealed } of sealedFieldsOf(data)) {
    const key = keyOf(of);
    Object.assign(open, key === undefined ? erased(fields) : openValues(sealed, key, factId));
  }
  return open;
};

export const erased = (fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field, ERASED]));

interface Opened {
  readonly key: Buffer;
  readonly text: string;
}

/** Several consumers open a fact within moments. By fact and sealed values; of no use without the person's key. */
const opened = new LRUCache<string, Opened>({ max: 2_000 });

const openValues = (sealed: string, key: Buffer, factId: string): Record<string, unknown> => {
  const name = factId + sealed;
  const known = opened.get(name);
  const text = known?.key === key ? known.text : decipher(sealed, key, factId);
  if (known?.key !== key) opened.set(name, { key, text });
  return JSON.parse(text) as Record<string, unknown>;
};

const decipher = (sealed: string, key: Buffer, factId: string): string => {
  const bytes = Buffer.from(sealed, 'base64');
  const cipher = createDecipheriv(CIPHER, preparedKey(key), bytes.subarray(0, NONCE));
  cipher.setAAD(Buffer.from(factId)).setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([cipher.update(bytes.subarray(NONCE, -TAG)), cipher.final()]).toString('utf8');
};
