import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Mailbox } from './mailbox';

const at = new Date('2026-11-23T12:00:00Z');
const raw = (id: string, subject = 'Hello'): Buffer =>
  Buffer.from(
    `Message-ID: <${id}@x.example>\r\nFrom: Linkage <linkage@x.example>\r\nTo: Noa <noa@example.com>\r\nSubject: ${subject}\r\n\r\nFirst line\r\nsecond line\r\n`,
  );

describe('the mailbox', () => {
  let directory: string;
  let mailbox: Mailbox;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'linkage-mailbox-'));
    mailbox = new Mailbox(directory, 10);
  });
  afterEach(() => {
    mailbox.close();
    rmSync(directory, { recursive: true });
  });
  const add = (id: string, recipient = 'noa@example.com') =>
    mailbox.add({ recipients: [recipient], raw: raw(id, id), at });
  const subjects = (options: { before?: string; to?: string } = {}) =>
    mailbox.list({ limit: 100, ...options }).map(({ subject }) => subject);

  it.each<[string, (file: string) => void]>([
    ['some text', (file) => writeFileSync(file, 'Dear diary,\n'.repeat(100))],
    ['a folder', (file) => mkdirSync(file)],
  ])('says which file cannot be used, and the way on, when it is %s', (_, put) => {
    const other = mkdtempSync(join(directory, 'other-'));
    put(join(other, 'mailbox.db'));
    expect(() => new Mailbox(other)).toThrow(
      /mailbox\.db is (damaged|no file)\. Remove it: the demo begins with an empty mailbox\./,
    );
  });

  it('is empty at first', () => {
    expect([mailbox.newest(), subjects(), mailbox.get('1')]).toEqual([null, [], undefined]);
  });

  it('keeps a mail as it came, with what a list shows of it', async () => {
    await add('a');
    const [summary] = mailbox.list({ limit: 10 });
    expect(summary).toEqual({
      id: '1',
      to: { name: 'Noa', address: 'noa@example.com' },
      from: { name: 'Linkage', address: 'linkage@x.example' },
      subject: 'a',
      preview: 'First line second line',
      at: '2026-11-23T12:00:00.000Z',
    });
    expect(mailbox.get('1')?.raw).toEqual(raw('a', 'a'));
  });

  it('lists the newest first, in pages, of one address in any case', async () => {
    for (const id of ['a', 'b', 'c']) await add(id, id === 'b' ? 'Ida@Example.com' : 'noa@example.com');
    expect(subjects()).toEqual(['c', 'b', 'a']);
    expect(mailbox.list({ limit: 1, before: '3' })).toMatchObject([{ subject: 'b' }]);
    expect(subjects({ to: 'ida@example.com' })).toEqual(['b']);
    expect(subjects({ to: 'NOA@example.com', before: '3' })).toEqual(['a']);
    expect(subjects({ before: 'rubbish' })).toEqual(['c', 'b', 'a']);
  });

  it('keeps one copy per recipient and drops a mail that was sent twice', async () => {
    await mailbox.add({ recipients: ['noa@example.com', 'ida@example.com'], raw: raw('a'), at });
    await mailbox.add({ recipients: ['noa@example.com'], raw: raw('a'), at });
    expect(mailbox.list({ limit: 10 }).map(({ to }) => to)).toEqual([
      { name: '', address: 'ida@example.com' },
      { name: 'Noa', address: 'noa@example.com' },
    ]);
  });

  it('keeps them over a restart, for its owner only, and only the newest', async () => {
    for (let n = 1; n <= 12; n++) await add(`m${n}`);
    for (const name of readdirSync(directory))
      expect([name, statSync(join(directory, name)).mode & 0o077]).toEqual([name, 0]);
    mailbox.close();
    mailbox = new Mailbox(directory, 10);
    expect(subjects()).toHaveLength(10);
    expect(subjects()[0]).toBe('m12');
    expect(mailbox.newest()).toBe('12');
  });
});
