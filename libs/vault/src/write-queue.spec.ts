import { DatabaseSync } from 'node:sqlite';
import { WriteQueue } from './write-queue';

describe('the write queue', () => {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE line (text TEXT)');
  const queue = new WriteQueue(db);
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
});
