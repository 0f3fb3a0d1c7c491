/** By SQLite's primary result code (https://www.sqlite.org/rescode.html). */
const kinds: Readonly<Record<number, SqliteTrouble>> = {
  5: 'locked',
  6: 'locked',
  8: 'read-only',
  10: 'io',
  11: 'corrupt',
  13: 'full',
  14: 'cannot-open',
  26: 'corrupt',
};

export type SqliteTrouble = 'locked' | 'read-only' | 'io' | 'corrupt' | 'full' | 'cannot-open';

/** Undefined: no error of SQLite, or a mistake of ours (a constraint, bad SQL). */
export const troubleOf = (error: unknown): SqliteTrouble | undefined => {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' ? kinds[code & 0xff] : undefined;
};

const sentences: Readonly<Record<SqliteTrouble, string>> = {
  locked: 'is held by another process for too long',
  'read-only': 'cannot be written: the disk or the file is read-only',
  io: 'cannot be read or written: the disk reports an error',
  corrupt: 'is damaged',
  full: 'cannot grow: the disk is full',
  'cannot-open': 'cannot be opened: look whether its folder is there and may be written',
};

export const sentenceOf = (trouble: SqliteTrouble, file: string): string => `${file} ${sentences[trouble]}.`;

/** The store cannot be used: the message names the file, the trouble and the way back. */
export class StoreUnusable extends Error {
  constructor(
    readonly file: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreUnusable';
  }
}

const howToShare = [
  'Stop it, or give this one a folder of its own (LINKAGE_DATA).',
  'Several processes can share a folder when EventStoreDB keeps the facts: set LINKAGE_EVENTSTORE_URL for each of them.',
].join(' ');

/** Another process writes to it. */
export class StoreInUse extends StoreUnusable {
  constructor(file: string) {
    super(file, `${file} is in use: another Linkage writes to this data folder. ${howToShare}`);
  }
}
