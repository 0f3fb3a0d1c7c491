import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenQuotes, judgeRows, likelyEmail } from '../index';
import { nastyFiles } from './nasty-files.fixtures';
import { creatorRows, readCreatorFile, type CreatorFile } from './read-creator-file';

const folder = join(__dirname, 'nasty-files');
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(folder, file)));
const fileOf = (name: string): CreatorFile => {
  const outcome = readCreatorFile(bytesOf(name));
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  return outcome.file;
};

describe('a nasty file', () => {
  it('is in the index, and the index tells of at least forty', () => {
    expect(nastyFiles.map(({ file }) => file).sort()).toEqual(readdirSync(folder).sort());
    expect(nastyFiles.length).toBeGreaterThanOrEqual(40);
  });

  it.each(nastyFiles.filter(({ rows }) => rows))('is read: $file, $nasty', ({ file: name, ...wanted }) => {
    const file = fileOf(name);
    const rows = creatorRows(file, file.columns);
    const faults = judgeRows(rows);
    const told = rows.map(({ line, name, email, broken }, index) =>
      [line, name, email, ...[...(broken ? [brokenQuotes] : []), ...(faults[index] ?? [])].map(({ code }) => code)]
        .filter((part) => part !== '')
        .join(' '),
    );
    expect(told).toEqual(wanted.rows);
    expect(file.sure).toBe(wanted.sure ?? true);
    if (wanted.encoding) expect(file.encoding).toBe(wanted.encoding);
    if (wanted.delimiter) expect(file.delimiter).toBe(wanted.delimiter);
    for (const { line, notes } of rows) if (wanted.notes?.[line]) expect(notes).toEqual(wanted.notes[line]);
  });

  it.each(nastyFiles.filter(({ refused }) => refused))(
    'is refused, in words that help: $file, $nasty',
    ({ file, refused }) => {
      expect(readCreatorFile(bytesOf(file))).toMatchObject({
        refused: { message: expect.stringMatching(refused as RegExp) },
      });
    },
  );

  it('has likely corrections', () => {
    const likely = (name: string) =>
      creatorRows(fileOf(name), fileOf(name).columns).map(({ email }) => likelyEmail(email));
    expect(likely('likely-slips.csv')).toEqual([
      'anna@gmail.com',
      'bo@hotmail.com',
      'cy@gmail.com',
      'di@yahoo.com',
      null,
      null,
    ]);
    expect(likely('bad-emails.csv')).toEqual([
      null,
      null,
      null,
      'dd@meer.example',
      null,
      'f@meer.example',
      'g@meer.example',
      'h@meer.example',
      null,
    ]);
  });

  it('that is too large, or has too many rows, is not judged', () => {
    expect(readCreatorFile(new Uint8Array(20 * 1024 * 1024 + 1))).toMatchObject({ refused: { code: 'too-large' } });
    const many = new TextEncoder().encode(`name,email\n${'a,a@example.org\n'.repeat(50_001)}`);
    expect(readCreatorFile(many)).toMatchObject({
      refused: { code: 'too-many-rows', message: expect.stringContaining('50,001 rows') },
    });
  });
});
