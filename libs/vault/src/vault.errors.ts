/** The message says what to do; it never holds a key. */
export class VaultUnusable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VaultUnusable';
  }
}

/** The lease has run out, and another process may hold the lock now. */
export class LeaseLost extends Error {
  constructor(options?: ErrorOptions) {
    super('The lock of this work was lost: it could not be prolonged in time, and may be held elsewhere now.', options);
    this.name = 'LeaseLost';
  }
}

/** Changed from outside, or the master key is another one. */
export class DecryptionFailed extends Error {
  constructor(kind: string) {
    super(
      `A stored secret of kind "${kind}" cannot be decrypted: it was changed outside Linkage, or encrypted with another master key.`,
    );
    this.name = 'DecryptionFailed';
  }
}
