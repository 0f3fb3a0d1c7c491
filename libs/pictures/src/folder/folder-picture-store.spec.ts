import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aPicture, pictureStoreContract } from '../testing';
import { FolderPictureStore } from './folder-picture-store';

const noon = new Date('2026-11-23T12:00:00Z');
const face = { account: 'a1', what: 'avatar', at: '/face.png' };
const picture = { ...face, subject: 's1', bytes: aPicture('one'), type: 'image/png', tag: null } as const;

describe('the folder of pictures', () => {
  let directory: string;
  const opened: FolderPictureStore[] = [];
  const open = (limits = { one: 1_000, all: 10_000 }): FolderPictureStore => {
    const store = new FolderPictureStore(directory, limits);
    opened.push(store);
    return store;
  };
  const filesIn = (): string[] =>
    readdirSync(join(directory, 'pictures'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('index.db'))
      .map((entry) => join(entry.parentPath, entry.name));
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'linkage-pictures-'))));
  afterEach(() => {
    for (const store of opened.splice(0)) store.close();
    rmSync(directory, { recursive: true, force: true });
  });

  pictureStoreContract((limits) => ({
    store: open(limits),
    reopen: () => {
      for (const store of opened.splice(0)) store.close();
      return open(limits);
    },
  }));

  it('has one file for each content, named after its SHA-256 and closed to others', async () => {
    await open().keep(picture, noon);
    const [file = '', ...more] = filesIn();
    expect(more).toEqual([]);
    expect(file).toMatch(/pictures\/([\da-f]{2})\/\1[\da-f]{62}$/);
    expect(readFileSync(file)).toEqual(picture.bytes);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(directory, 'pictures')).mode & 0o777).toBe(0o700);
  });

  it('fetches again what was removed behind its back', async () => {
    const store = open();
    await store.keep(picture, noon);
    rmSync(filesIn()[0] as string);
    const [name = ''] = store.names([face], noon);
    expect(await store.read(name, noon)).toBeUndefined();
    expect(store.standing(face)).toEqual({ is: 'wanted' });
    expect(store.names([face], noon)).toEqual([undefined]);
    await store.keep(picture, noon);
    expect(await store.read(name, noon)).toBeDefined();
  });

  it('begins anew where its index is damaged, and puts that aside', async () => {
    const before = open();
    await before.keep(picture, noon);
    before.close();
    const index = join(directory, 'pictures/index.db');
    truncateSync(index, 0);
    writeFileSync(index, 'no database at all '.repeat(1_000));
    const store = open();
    expect(store.aside).toMatch(/index\.db\.damaged-/);
    expect(store.standing(face)).toEqual({ is: 'wanted' });
    await store.keep(picture, noon);
    expect(store.names([face], noon)).toHaveLength(1);
  });

  it('removes files that belong to nothing, but none that is being written', async () => {
    const store = open();
    await store.keep(picture, noon);
    const [kept = ''] = filesIn();
    const [old, young] = [join(kept, '../', 'f'.repeat(64)), join(kept, '../', `${'e'.repeat(64)}.x`)];
    for (const path of [old, young]) writeFileSync(path, 'x');
    utimesSync(old, new Date(0), new Date(0));
    utimesSync(kept, new Date(0), new Date(0));
    await store.tidy(noon);
    expect(filesIn().sort()).toEqual([kept, young].sort());
  });

  it('keeps what it had when the disk takes no more', async () => {
    const store = open();
    await store.keep(picture, noon);
    const [kept = ''] = filesIn();
    const next = { ...picture, at: '/new.png', bytes: aPicture('two') };
    // A file where its folder would be: the same for root as for others.
    const inTheWay = join(directory, 'pictures', '4d');
    rmSync(inTheWay, { force: true, recursive: true });
    const { createHash } = await import('node:crypto');
    const folder = createHash('sha256').update(next.bytes).digest('hex').slice(0, 2);
    writeFileSync(join(directory, 'pictures', folder), 'in the way');
    chmodSync(join(directory, 'pictures', folder), 0o400);
    await expect(store.keep(next, noon)).rejects.toThrow(/EEXIST|ENOTDIR/);
    const [name = ''] = store.names([{ ...face, at: '/new.png' }], noon);
    expect((await store.read(name, noon))?.bytes).toEqual(picture.bytes);
    expect(filesIn()).toContain(kept);
  });
});
