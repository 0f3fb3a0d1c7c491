import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { ReadStoreUnavailable } from '@linkage/event-sourcing';
import {
  at,
  commitNext,
  commitRows,
  eventually,
  freshCollection,
  madeUpRow,
  readStoreContract,
} from '@linkage/event-sourcing/testing';
import { DatabaseUnusable } from '@linkage/sqlite';
import { temporaryFolder } from '../testing';
import { runApart } from '../testing/run-apart';
import { SharedReadStore } from './shared-read-store';

describe('SharedReadStore', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  const stores: SharedReadStore[] = [];
  const open = (writes = true): SharedReadStore => {
    const store = SharedReadStore.open(folder.file('documents.db'), { writes });
    stores.push(store);
    return store;
  };
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    folder.remove();
  });

  readStoreContract(async () => open(), {
    reopen: async (store) => {
      await store.close();
      return open();
    },
  });

  it('gives the turn to one process, and to the next when that one is closed', async () => {
    const [first, second, third] = [open(), open(), open()];
    const turns = [first, second, third].map((store) => store.turn.take());
    expect(await turns[0]).toMatchObject({ aborted: false });
    const collection = freshCollection();
    await first.ensure(collection);
    await commitRows(first, collection, { a: madeUpRow() });
    expect(await second.get(collection, 'a')).toEqual(madeUpRow());
    await expect(commitRows(second, collection, { a: null })).rejects.toThrow('is written by another process');
    await third.close();
    expect(await turns[2]).toBeNull();
    await first.close();
    expect(await turns[1]).not.toBeNull();
    await commitRows(second, collection, { a: null }, at(2));
    expect(await second.get(collection, 'a')).toBeUndefined();
  });

  it('gives the turn to the next process when the first is killed without warning', async () => {
    const apart = runApart('libs/stores/src/sqlite-documents/holder-process.ts');
    try {
      const holder = apart.start([folder.file('documents.db')]);
      await once(holder.stdout!, 'data');
      const next = open();
      await expect(next.ensure(freshCollection())).rejects.toBeInstanceOf(ReadStoreUnavailable);
      const turn = next.turn.take();
      holder.kill('SIGKILL');
      expect(await turn).not.toBeNull();
      await next.ensure(freshCollection());
    } finally {
      apart.remove();
    }
  });

  it('shows readers what the writer wrote, also a generation that replaced another', async () => {
    const [reader, writer, collection] = [open(false), open(), freshCollection()];
    await writer.ensure(collection);
    await commitRows(writer, collection, { a: madeUpRow() });
    expect(await reader.count(collection, { workspaceId: 'w1' })).toBe(1);
    for (let position = 2; position < 6; position += 1) {
      await writer.rebuild(collection);
      await commitNext(writer, { collection, changes: [], checkpoint: at(position), into: 'building' });
      await writer.promote(collection);
      expect(await reader.count(collection, { workspaceId: 'w1' })).toBe(0);
      expect(await reader.checkpoint(collection)).toBe(at(position));
    }
  });

  it('tells readers when something was written', async () => {
    const [reader, writer, collection] = [open(false), open(), freshCollection()];
    await writer.ensure(collection);
    let told = 0;
    const stop = reader.onExternalWrite(() => {
      told += 1;
    });
    await commitRows(writer, collection, { a: madeUpRow() });
    await eventually(() => told > 0);
    stop();
  });

  it('keeps the positions of consumers in any process', async () => {
    const [reader, writer] = [open(false), open()];
    await reader.savePosition('mails', at(7));
    expect(await writer.loadPosition('mails')).toBe(at(7));
    await writer.savePosition('mails', at(8));
    expect(await reader.loadPosition('mails')).toBe(at(8));
  });

  it('says which process makes a missing collection, and reads it as soon as it is there', async () => {
    const [reader, collection] = [open(false), freshCollection()];
    await expect(reader.get(collection, 'a')).rejects.toEqual(
      new ReadStoreUnavailable(
        `${folder.file('documents.db')} has not been made yet: that is for a process with the role projections.`,
      ),
    );
    const writer = open();
    await expect(reader.get(collection, 'a')).rejects.toThrow(`${collection.name} has not been made yet`);
    await writer.ensure(collection);
    expect(await reader.get(collection, 'a')).toBeUndefined();
  });

  it('reads the new file when the old one was removed', async () => {
    const [reader, collection] = [open(false), freshCollection()];
    const first = open();
    await first.ensure(collection);
    await commitRows(first, collection, { a: madeUpRow() });
    expect(await reader.get(collection, 'a')).toEqual(madeUpRow());
    await first.close();
    for (const end of ['', '-wal', '-shm']) rmSync(folder.file(`documents.db${end}`), { force: true });
    const second = open();
    await second.ensure(collection);
    await eventually(async () => (await reader.get(collection, 'a')) === undefined);
  });

  it('refuses a damaged file where it is written, and is unavailable where it is read', async () => {
    writeFileSync(folder.file('documents.db'), Buffer.alloc(8_192, 0x5a));
    expect(() => open()).toThrow(DatabaseUnusable);
    await expect(open(false).get(freshCollection(), 'a')).rejects.toThrow(
      /documents\.db is damaged\. .*remove this file/,
    );
  });
});
