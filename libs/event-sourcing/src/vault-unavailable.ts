/** The vault, which keeps secrets and the keys of persons, cannot serve now. What was to be written there is not; repeating it can do no harm. */
export class VaultUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VaultUnavailable';
  }
}
