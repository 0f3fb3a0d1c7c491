import { wholeLog } from './whole-log';
import { factDigest } from '../audit-chain/fact-digest';
import { DamagedFact, type EventLog } from '../log/event-log.port';
import type { StoredFact } from '../facts/stored-fact';
import { BulkAppends } from './bulk-appends';
import type { OnProgress } from './export-log';
import { ImportRefused, type LineFact, readHeader, readLine } from './log-line';

export interface ImportOptions {
  /** More than 1 only for a log that writes them in that order, all or nothing, so that an import has no gaps. */
  readonly atOnce?: number;
  readonly onProgress?: OnProgress;
  /** Once, before the first append, or at the end when all facts were there. Not for a refused file. */
  readonly beforehand?: () => Promise<void>;
}

export interface Imported {
  readonly there: number;
  readonly added: number;
}

const TELL_EVERY = 5_000;

/**
 * Into an empty log, or continues an interrupted import. Ids, revisions and order are kept: the chain of hashes holds.
 * @throws ImportRefused naming the line; the log then holds everything before that line
 */
export const importLog = async (
  log: EventLog,
  lines: AsyncIterable<string>,
  { atOnce = 1, onProgress = () => undefined, beforehand = async () => undefined }: ImportOptions = {},
): Promise<Imported> => {
  const appends = new BulkAppends(log, atOnce);
  const before = wholeLog(log, await log.head());
  const imported = { there: 0, added: 0 };
  const rest = lines[Symbol.asyncIterator]();
  readHeader(await textOf(rest));
  try {
    for (let line = 2; ; line += 1) {
      const facts = imported.there + imported.added;
      const text = await textOf(rest);
      if (text === undefined)
        throw new ImportRefused(
          `The file ends behind line ${line - 1} without its closing line: it was cut off. Import the whole file: it goes on from there.`,
        );
      const fact = readLine(text, line);
      if (typeof fact === 'number') {
        await nothingBehind(rest, line);
        if (fact !== facts)
          throw new ImportRefused(
            `Line ${line} says that there are ${fact} facts, but ${facts} came before it. Make the export again.`,
          );
        break;
      }
      if (await isThere(before, fact, line)) imported.there += 1;
      else {
        if (imported.added === 0) await beforehand();
        await appends.add(fact, line);
        imported.added += 1;
      }
      if ((facts + 1) % TELL_EVERY === 0) onProgress(facts + 1);
    }
  } finally {
    await appends.flush();
  }
  if (imported.added === 0) await beforehand();
  onProgress(imported.there + imported.added);
  return imported;
};

const textOf = async (lines: AsyncIterator<string>): Promise<string | undefined> => {
  const { value, done } = await lines.next();
  return done ? undefined : (value as string);
};

const nothingBehind = async (lines: AsyncIterator<string>, closing: number): Promise<void> => {
  for (let line = closing + 1; ; line += 1) {
    const text = await textOf(lines);
    if (text === undefined) return;
    if (text.trim() !== '')
      throw new ImportRefused(
        `Line ${closing} closes the export, but line ${line} follows it. A file holds one export: import the right one.`,
      );
  }
};

const isThere = async (
  before: AsyncGenerator<StoredFact | DamagedFact>,
  fact: LineFact,
  line: number,
): Promise<boolean> => {
  const { value: there, done } = await before.next();
  if (done) return false;
  const place = there instanceof DamagedFact ? there.place : there;
  if (!(there instanceof DamagedFact) && factDigest(there) === factDigest(fact)) return true;
  throw new ImportRefused(
    `The log holds other facts than the file: where line ${line} has ${fact.id} (revision ${fact.revision} of ${fact.stream}), ` +
      `it has ${place.id} (revision ${place.revision} of ${place.stream}). Import into an empty log.`,
  );
};
