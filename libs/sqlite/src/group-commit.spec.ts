import { DatabaseSync } from 'node:sqlite';
import { GroupCommit } from './group-commit';

describe('a group commit', () => {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE line (text TEXT)');
  const queue = new GroupCommit(db);
  const lines = () =>
    db
      .prepare('SELECT text FROM line')
      .all()
      .map((row) => row['text']);
  const write = (text: string): void => void db.prepare('INSERT INTO line VALUES (?)').run(text);
  beforeEach(() => db.exec('DELETE FROM line'));

  it('takes back what a failing change had written, and nothing else', async () => {
    const before = queue.run(() => write('before'));
    const failing = queue.run(() => {
      write('half');
      throw new Error('then it failed');
    });
    const after = queue.run(() => write('after'));
    await expect(failing).rejects.toThrow('then it failed');
    await Promise.all([before, after]);
    expect(lines()).toEqual(['before', 'after']);
  });

  it('rejects all when the transaction cannot be made, and goes on afterwards', async () => {
    db.exec('BEGIN');
    await expect(Promise.all([queue.run(() => write('a')), queue.run(() => write('b'))])).rejects.toThrow(
      /within a transaction/,
    );
    expect(lines()).toEqual([]);
    await queue.run(() => write('c'));
    expect(lines()).toEqual(['c']);
  });

  it('fails work that has written nothing alone, without a savepoint for each', async () => {
    const refused = new RangeError('not now');
    const plain = new GroupCommit(db, { isHarmless: (error) => error === refused, explain: (error) => ({ error }) });
    const before = plain.run(() => write('before'));
    const failing = plain.run(() => {
      throw refused;
    });
    await expect(failing).rejects.toEqual({ error: refused });
    await before;
    expect(lines()).toEqual(['before']);
  });

  it('takes all back when work fails otherwise', async () => {
    const plain = new GroupCommit(db, { isHarmless: () => false });
    const outcomes = await Promise.allSettled([
      plain.run(() => write('before')),
      plain.run(() => {
        throw new Error('half done');
      }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(lines()).toEqual([]);
  });

  it('writes no more than fits into one transaction, and the rest in the next', async () => {
    let commits = 0;
    const small = new GroupCommit(db, { mostWeight: 3, onCommitted: () => void (commits += 1) });
    await Promise.all(['a', 'b', 'c', 'd'].map((text) => small.run(() => write(text), 2)));
    expect(commits).toBe(2);
    expect(lines()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('waits at its gate', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const gated = new GroupCommit(db, { gate: () => gate });
    const written = gated.run(() => write('behind the gate'));
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    expect(lines()).toEqual([]);
    open();
    await written;
    expect(lines()).toEqual(['behind the gate']);
  });
});
