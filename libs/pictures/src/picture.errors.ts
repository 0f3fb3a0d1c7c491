/** This is none that may be kept, or comes from where none may come from. Trying again does not help. */
export class PictureRefused extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'PictureRefused';
  }
}

/** It could not be had now. `again`: a moment later it may. */
export class PictureUnreachable extends Error {
  constructor(
    why: string,
    readonly again: boolean,
    options?: ErrorOptions,
  ) {
    super(why, options);
    this.name = 'PictureUnreachable';
  }
}
