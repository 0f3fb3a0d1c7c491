/** The vault cannot be opened as it stands. The message says what to do; it never holds a key. */
export class VaultUnusable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VaultUnusable';
  }
}

/** A stored secret was changed from outside, or the master key is another one. */
export class DecryptionFailed extends Error {
  constructor(kind: string) {
    super(
      `A stored secret of kind "${kind}" cannot be decrypted: it was changed outside Linkage, or encrypted with another master key.`,
    );
    this.name = 'DecryptionFailed';
  }
}
