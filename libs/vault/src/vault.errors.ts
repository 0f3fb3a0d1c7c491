/** The vault cannot be opened as it stands. The message says what to do; it never holds a key. */
export class VaultUnusable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VaultUnusable';
  }
}

/** A stored secret was changed from outside, or the master key is another one. */
export class SealBroken extends Error {
  constructor(kind: string) {
    super(
      `A stored secret of kind "${kind}" cannot be opened: it was changed outside Linkage, or sealed with another master key.`,
    );
    this.name = 'SealBroken';
  }
}
