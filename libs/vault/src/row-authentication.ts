import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

const TAG = 16;

export interface StoredRow {
  readonly kind: string;
  readonly name: Uint8Array;
  readonly body: Uint8Array;
  readonly expires: number | null;
}

/** A body opens only under an id that the file does not hold. Covers kind and expiry, which are not sealed. */
export class RowAuthentication {
  readonly #key: KeyObject;

  constructor(namingKey: Uint8Array) {
    this.#key = createSecretKey(createHmac('sha256', namingKey).update('row tags').digest());
  }

  tagOf({ kind, name, body, expires }: StoredRow): Buffer {
    const head = JSON.stringify([kind, Buffer.from(name).toString('hex'), expires]);
    return createHmac('sha256', this.#key).update(head).update(body).digest().subarray(0, TAG);
  }

  isGenuine(row: StoredRow, tag: Uint8Array | null): boolean {
    return tag !== null && this.tagOf(row).equals(tag);
  }
}
