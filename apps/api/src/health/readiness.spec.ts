import { tmpdir } from 'node:os';
import type {
  ConsumerOperations,
  Consumers,
  ConsumerStatus,
  Erasures,
  EventLog,
  Position,
  ReadStore,
} from '@linkage/event-sourcing';
import type { SecretStore, VaultCheck } from '@linkage/vault';
import { DataDisk } from './data-disk';
import { MOST_BEHIND, Readiness } from './readiness';

const answering = async (): Promise<null> => null;

interface Circumstances {
  readonly unread?: number | undefined;
  readonly knows?: boolean;
  readonly damaged?: readonly string[];
  readonly erasure?: ReturnType<Erasures['state']>;
  /** Of the stores' own upkeep. */
  readonly upkeep?: string | null;
}

/** A server whose read models stand so, `unread` facts behind the log. `knows`: where they stand. */
const readinessOf = (
  status: Partial<ConsumerStatus>,
  {
    unread = 0,
    knows = true,
    damaged = [],
    erasure = { pending: false, trouble: null },
    upkeep = null,
  }: Circumstances = {},
): Readiness => {
  const whole: ConsumerStatus = {
    name: 'invitation-list',
    kind: 'projection',
    version: 1,
    state: 'running',
    position: '7' as Position,
    behind: unread > 0,
    lag: { amount: unread, unit: 'facts' },
    factsPerSecond: 0,
    parked: 0,
    lastError: null,
    build: null,
    ...status,
  };
  const log = { head: answering, trouble: () => upkeep };
  const consumers = { publishedThrough: () => (knows ? ('7' as Position) : undefined) } as unknown as Consumers;
  const operations = { status: async () => [whole] } as unknown as ConsumerOperations;
  const [store, secrets, disk] = [
    { loadPosition: answering, trouble: () => null } as unknown as ReadStore,
    { get: answering } as unknown as SecretStore,
    new DataDisk(tmpdir()),
  ];
  const vault = { known: () => damaged.map((kind) => ({ kind, records: 1 })) } as unknown as VaultCheck;
  const erasures = { state: () => erasure } as unknown as Erasures;
  return new Readiness(log as unknown as EventLog, store, secrets, consumers, operations, disk, vault, erasures);
};

describe('a read model', () => {
  const of = async (status: Partial<ConsumerStatus>, unread?: number): Promise<unknown> =>
    (await readinessOf(status, { unread }).checks()).at(-1);

  it('may be a little behind', async () => {
    expect(await of({})).toEqual({ name: 'invitation-list', ok: true });
    expect(await of({}, MOST_BEHIND.facts)).toEqual({ name: 'invitation-list', ok: true });
  });
  it('may not be far behind', async () =>
    expect(await of({}, MOST_BEHIND.facts + 1)).toEqual({
      name: 'invitation-list',
      ok: false,
      note: 'more than 1000 facts behind',
    }));
  it('that another process keeps may not be far behind either', async () => {
    expect(await of({ state: 'elsewhere' }, MOST_BEHIND.facts)).toEqual({ name: 'invitation-list', ok: true });
    const note = 'more than 1000 facts behind; a process with the role projections should see to it';
    expect(await of({ state: 'elsewhere' }, MOST_BEHIND.facts + 1)).toEqual({
      name: 'invitation-list',
      ok: false,
      note,
    });
  });
  it('may not stand still', async () =>
    expect(await of({ state: 'stopped' })).toEqual({ name: 'invitation-list', ok: false, note: 'stands still' }));
  it('tells at which fact it stands, but not what the error says: it may name a person', async () => {
    const fact = { id: 'f1', type: 'InvitationIssued', stream: 'invitation-1', position: '7' as Position };
    const note = 'stands still at InvitationIssued, position 7; "npm run linkage -- projections" says why';
    expect(
      await of({ state: 'stopped', lastError: { message: 'no name for Noa', at: '2026-01-15T09:00:00.000Z', fact } }),
    ).toEqual({ name: 'invitation-list', ok: false, note });
  });
  it('may not be shown as ready while it is built', async () =>
    expect(await of({ state: 'building' })).toEqual({ name: 'invitation-list', ok: false, note: 'is being built' }));
  it.each(['idle', 'retrying', 'elsewhere'] as const)(
    'may not be taken for fresh while its place is not known: %s',
    async (state) => {
      const check = async (knows: boolean): Promise<unknown> =>
        (await readinessOf({ state, position: null }, { knows }).checks()).at(-1);
      expect(await check(false)).toEqual({
        name: 'invitation-list',
        ok: false,
        note: 'how far it is, is not known yet',
      });
      expect(await check(true)).toEqual({ name: 'invitation-list', ok: true });
    },
  );
  it('may try again', async () =>
    expect(await of({ state: 'retrying' })).toEqual({ name: 'invitation-list', ok: true }));
});

describe('a reaction', () => {
  it('that stands still is told, and the server still serves', async () => {
    const checks = await readinessOf({ kind: 'reactor', name: 'email-invitation', state: 'stopped' }).checks();
    expect(checks.at(-1)).toEqual({ name: 'email-invitation', ok: true, note: 'stands still' });
  });

  const noteOf = async (status: Partial<ConsumerStatus>): Promise<unknown> =>
    (await readinessOf({ kind: 'reactor', name: 'email-invitation', ...status }).checks()).at(-1);
  const trouble = { message: 'no answer for Noa', at: '2026-01-15T09:00:00.000Z', fact: null };

  it('that gave facts up is told with their number, also where it does not run: mails may not have gone out', async () => {
    const note = '2 facts are parked; "npm run linkage -- parked email-invitation" says why';
    expect(await noteOf({ parked: 2 })).toEqual({ name: 'email-invitation', ok: true, note });
    expect(await noteOf({ parked: 2, state: 'idle' })).toEqual({ name: 'email-invitation', ok: true, note });
    expect(await noteOf({ parked: 1 })).toMatchObject({ note: expect.stringContaining('1 fact is parked') });
  });

  it('with facts that are tried again is told, without what the error says', async () => {
    const note = 'facts wait to be tried again; "npm run linkage -- projections" says why';
    expect(await noteOf({ behind: true, lastError: trouble })).toEqual({ name: 'email-invitation', ok: true, note });
    expect(await noteOf({ behind: true })).toEqual({ name: 'email-invitation', ok: true });
    expect(await noteOf({ lastError: trouble })).toEqual({ name: 'email-invitation', ok: true });
  });
});

describe('a vault in which a record is damaged', () => {
  it('is told, by the kind of the record and with the command that says more', async () => {
    const checks = await readinessOf({}, { damaged: ['grant', 'subject-key'] }).checks();
    expect(checks.find(({ name }) => name === 'vault')).toEqual({
      name: 'vault',
      ok: false,
      note: 'damaged: grant, subject-key; "npm run linkage -- verify-vault" says more',
    });
  });
});

describe('a person who was erased and may still be shown', () => {
  const checksWith = async (trouble: string | null): Promise<unknown> =>
    (await readinessOf({}, { erasure: { pending: true, trouble } }).checks()).find(({ name }) => name === 'erasures');

  it('is told, though the server can serve; not while all goes well', async () => {
    expect(await checksWith('no room')).toEqual({
      name: 'erasures',
      ok: true,
      note: expect.stringContaining('may still be shown'),
    });
    expect(await checksWith(null)).toBeUndefined();
  });
});

describe('a log whose upkeep fails', () => {
  it('is told without its folder, and the server still serves', async () => {
    const upkeep = '/srv/linkage/log.db cannot grow: the disk is full. Commits stay in its WAL, which grows.';
    expect((await readinessOf({}, { upkeep }).checks())[0]).toEqual({
      name: 'event-log',
      ok: true,
      note: 'log.db cannot grow: the disk is full. Commits stay in its WAL, which grows.',
    });
  });
});
