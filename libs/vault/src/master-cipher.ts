import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { freshBytes } from '@linkage/event-sourcing';
import { DecryptionFailed } from './vault.errors';

const FORMAT = 1;
const HEAD = 2;
const NONCE = 12;
const TAG = 16;

/** Format byte · key version byte · nonce (12) · ciphertext · tag (16); kind and id are authenticated, too. */
export class MasterCipher {
  /** Handing the bare bytes over each time costs more than the sealing itself. */
  readonly #keys: ReadonlyMap<number, KeyObject>;
  readonly #current: number;

  /** By version, 1 to 255; new values are sealed with the highest. */
  constructor(keys: ReadonlyMap<number, Buffer>) {
    this.#keys = new Map([...keys].map(([version, key]) => [version, createSecretKey(key)]));
    this.#current = Math.max(...keys.keys());
  }

  encrypt(kind: string, id: string, plain: Uint8Array): Buffer {
    const head = Buffer.from([FORMAT, this.#current]);
    const nonce = freshBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#key(this.#current, kind), nonce).setAAD(aad(head, kind, id));
    return Buffer.concat([head, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws DecryptionFailed when it was tampered with, moved, or encrypted with another key */
  decrypt(kind: string, id: string, sealed: Uint8Array): Buffer {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    if (bytes.length < HEAD + NONCE + TAG || bytes[0] !== FORMAT) throw new DecryptionFailed(kind);
    const head = bytes.subarray(0, HEAD);
    const decipher = createDecipheriv(
      'aes-256-gcm',
      this.#key(bytes[1] ?? 0, kind),
      bytes.subarray(HEAD, HEAD + NONCE),
      { authTagLength: TAG },
    )
      .setAAD(aad(head, kind, id))
      .setAuthTag(bytes.subarray(-TAG));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(HEAD + NONCE, -TAG)), decipher.final()]);
    } catch {
      throw new DecryptionFailed(kind);
    }
  }

  #key(version: number, kind: string): KeyObject {
    const key = this.#keys.get(version);
    if (!key) throw new DecryptionFailed(kind);
    return key;
  }
}

// A slash in the kind is escaped, so that no two pairs of kind and id read the same.
const aad = (head: Buffer, kind: string, id: string): Buffer =>
  Buffer.concat([head, Buffer.from(`${encodeURIComponent(kind)}/${id}`, 'utf8')]);
