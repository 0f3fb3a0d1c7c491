import { VaultUnavailable } from '@linkage/event-sourcing';

/** By SQLite's primary result code (https://www.sqlite.org/rescode.html). A damaged file (11, 26) is not mended by trying again. */
const sentences: Readonly<Record<number, string>> = {
  5: 'is held by another process for too long',
  6: 'is held by another process for too long',
  8: 'cannot be written: the disk or the file is read-only',
  10: 'cannot be read or written: the disk reports an error',
  13: 'cannot grow: the disk is full',
  14: 'cannot be opened: look whether its folder is there and may be written',
};

/** What the disk does to the vault, as an error that says so; any other error as it is. */
export const explained = (error: unknown, file: string): unknown => {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  const sentence = typeof code === 'number' ? sentences[code & 0xff] : undefined;
  return sentence === undefined ? error : new VaultUnavailable(`${file} ${sentence}.`, { cause: error });
};
