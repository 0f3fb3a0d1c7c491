/** By primary result code: https://www.sqlite.org/rescode.html */
const bySqlite: Readonly<Record<number, SqliteTrouble>> = {
  5: 'locked',
  6: 'locked',
  8: 'read-only',
  10: 'io',
  11: 'corrupt',
  13: 'full',
  14: 'cannot-open',
  26: 'corrupt',
};

/** What a file meets before SQLite opens it. */
const bySystem: Readonly<Record<string, SqliteTrouble>> = {
  EROFS: 'read-only',
  EIO: 'io',
  ENOSPC: 'full',
  EACCES: 'cannot-open',
  EPERM: 'cannot-open',
};

export type SqliteTrouble = 'locked' | 'read-only' | 'io' | 'corrupt' | 'full' | 'cannot-open';

/** Undefined: no trouble of a file, or a mistake of ours (a constraint, bad SQL). */
export const troubleOf = (error: unknown): SqliteTrouble | undefined => {
  const { errcode, code } = (error ?? {}) as { readonly errcode?: unknown; readonly code?: unknown };
  if (typeof errcode === 'number') return bySqlite[errcode & 0xff];
  return typeof code === 'string' ? bySystem[code] : undefined;
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
