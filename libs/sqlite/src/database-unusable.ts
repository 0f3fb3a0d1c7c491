interface DatabaseUnusableOptions extends ErrorOptions {
  /** The bytes are not those that were written. */
  readonly damaged?: boolean;
}

/** The message names the file, the trouble and the way back. */
export class DatabaseUnusable extends Error {
  readonly damaged: boolean;

  constructor(
    readonly file: string,
    message: string,
    { damaged = false, ...options }: DatabaseUnusableOptions = {},
  ) {
    super(message, options);
    this.name = 'DatabaseUnusable';
    this.damaged = damaged;
  }
}
