import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { ERASED } from './fact-catalog';
import { freshBytes } from './fresh-bytes';

type Data = Readonly<Record<string, unknown>>;

/** Where the personal fields of a fact are kept, beside its other data. `$` keeps clear of field names. */
export const SEALED = '$personal';

/** The personal fields of one fact as stored: whose they are and what they are called in the clear, their values sealed. */
export interface SealedFields {
  /** data subject */
  readonly of: string;
  readonly fields: readonly string[];
  /** base64 of nonce (12 bytes), AES-256-GCM ciphertext of the values as one JSON object, tag (16 bytes) */
  readonly sealed: string;
}

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Made once per key: handing the bare bytes over each time costs four times the encryption itself. Gone when the bytes are. */
const prepared = new WeakMap<Buffer, KeyObject>();

const preparedKey = (key: Buffer): KeyObject => {
  const known = prepared.get(key);
  if (known) return known;
  const made = createSecretKey(key);
  prepared.set(key, made);
  return made;
};

/** Takes the named fields out of `data` and seals them. `factId` is authenticated, so that no fact can wear another one's values. */
export const sealFields = (
  data: Data,
  fields: readonly string[],
  subject: string,
  key: Buffer,
  factId: string,
): Data => {
  const present = fields.filter((field) => data[field] !== undefined);
  if (present.length === 0) return data;
  const nonce = freshBytes(NONCE);
  const cipher = createCipheriv(CIPHER, preparedKey(key), nonce).setAAD(Buffer.from(factId));
  const values = JSON.stringify(Object.fromEntries(present.map((field) => [field, data[field]])));
  const sealed = Buffer.concat([nonce, cipher.update(values, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64',
  );
  const open = Object.fromEntries(Object.entries(data).filter(([name]) => !present.includes(name)));
  return { ...open, [SEALED]: { of: subject, fields: present, sealed } satisfies SealedFields };
};

export const sealedFieldsOf = (data: Data): SealedFields | undefined => data[SEALED] as SealedFields | undefined;

/** Puts the values back; without a key, `ERASED` stands in the place of each. @throws when the key does not fit or a byte was changed */
export const openFields = (
  data: Data,
  sealedFields: SealedFields,
  key: Buffer | undefined,
  factId: string,
): Record<string, unknown> => {
  const { [SEALED]: _, ...open } = data;
  if (key === undefined) return { ...open, ...Object.fromEntries(sealedFields.fields.map((field) => [field, ERASED])) };
  const bytes = Buffer.from(sealedFields.sealed, 'base64');
  const decipher = createDecipheriv(CIPHER, preparedKey(key), bytes.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(factId)).setAuthTag(bytes.subarray(-TAG));
  const values = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
  return { ...open, ...(JSON.parse(values) as Record<string, unknown>) };
};
