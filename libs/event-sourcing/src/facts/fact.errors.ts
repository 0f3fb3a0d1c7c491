import type { StoredFact } from './stored-fact';

const place = ({ id, stream, revision }: StoredFact): string => `${id} (revision ${revision} of ${stream})`;

/** Not in a catalog, or newer than this program: nothing is skipped in silence. */
export class UnknownFact extends Error {
  constructor(
    readonly stored: StoredFact,
    known: number | undefined,
  ) {
    super(
      known === undefined
        ? `No catalog names the fact type ${stored.type}, found at ${place(stored)}.`
        : `${stored.type} has version ${stored.meta.v} at ${place(stored)}; this program knows it up to version ${known}.`,
    );
    this.name = 'UnknownFact';
  }
}

export class UnreadableFact extends Error {
  constructor(
    readonly stored: StoredFact,
    cause: unknown,
  ) {
    super(
      `${stored.type} cannot be read at ${place(stored)}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
    this.name = 'UnreadableFact';
  }
}
