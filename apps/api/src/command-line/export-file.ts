import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** The file cannot be read or written; the message says which and what to do. */
export class FileTrouble extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FileTrouble';
  }
}

const sentences: Readonly<Record<string, string>> = {
  EEXIST: 'is there already. Give another name, or remove it first.',
  ENOENT: 'or its folder is not there.',
  EACCES: 'may not be opened by this user.',
  EISDIR: 'is a folder. Give the name of a file.',
  ENOSPC: 'cannot be written: the disk is full. Make room and start again.',
  EROFS: 'cannot be written: the disk is read-only.',
  Z_BUF_ERROR: 'ends too early: it was cut off.',
  Z_DATA_ERROR: 'is damaged: it cannot be unpacked.',
  EPIPE: 'was closed by the program that read it.',
};

function troubleWith(file: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const sentence = code === undefined ? undefined : sentences[code];
  return sentence === undefined
    ? error
    : new FileTrouble(`${file === '-' ? 'The pipe' : file} ${sentence}`, { cause: error });
}

/** Lines go out in pieces of about this size. */
const PIECE = 64 * 1024;

async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/**
 * Writes lines to a new file (packed when its name ends in .gz), readable by its owner only; `-`: to `out`. What stays
 * unfinished is removed.
 */
export async function writeLines(file: string, lines: AsyncIterable<string>, out: Writable): Promise<void> {
  const text = Readable.from(inPieces(lines), { objectMode: false });
  let opened = file === '-';
  try {
    if (file === '-') return await pipeline(text, out, { end: false });
    const target = createWriteStream(file, { flags: 'wx', mode: 0o600 }).once('open', () => {
      opened = true;
    });
    await (file.endsWith('.gz') ? pipeline(text, createGzip(), target) : pipeline(text, target));
  } catch (error) {
    if (opened && file !== '-') await rm(file, { force: true });
    throw troubleWith(file, error);
  }
}

/** The bytes of a file (unpacked when its name ends in .gz); `-`: of `input`. */
export async function* readBytes(file: string, input: Readable): AsyncGenerator<Buffer> {
  const source = file === '-' ? input : createReadStream(file);
  const bytes = file.endsWith('.gz') ? source.pipe(createGunzip()) : source;
  if (bytes !== source) source.once('error', (error: Error) => bytes.destroy(error));
  try {
    for await (const piece of bytes) yield piece as Buffer;
  } catch (error) {
    throw troubleWith(file, error);
  }
}
