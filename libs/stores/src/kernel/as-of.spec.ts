import { clockAsOf, type EventLog, type PastMoment, readAsOf, type ReadStore } from '@linkage/event-sourcing';
import {
  closed,
  commented,
  deleted,
  InMemorySubjectKeys,
  opened,
  TestClock,
  type TicketFact,
  ticketContext,
  ticketFacts,
  ticketList,
} from '@linkage/event-sourcing/testing';
import { SqliteReadStore } from '../sqlite-documents/sqlite-read-store';
import { SqliteEventLog } from '../sqlite-log/sqlite-event-log';
import { temporaryFolder, testKernel, type TestKernel } from '../testing';

/** The same rows, with the promise that one ticket can be read on its own. */
const oneTicket: typeof ticketList = {
  ...ticketList,
  subject: { field: 'ticketId', of: (key) => key, streams: (ticketId) => [`ticket-${ticketId}`] },
};

describe('looking back', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let clock: TestClock;
  let keys: InMemorySubjectKeys;
  let log: SqliteEventLog;
  let kernel: TestKernel;
  let asked: (readonly string[] | undefined)[];
  let opens: number;
  let openNow: number;
  let onAsked: () => void;

  const start = (roles?: string[]): TestKernel => {
    const watched: EventLog = Object.assign(Object.create(log) as EventLog, {
      readAll: (options: Parameters<EventLog['readAll']>[0]) => {
        asked.push(options.prefixes);
        onAsked();
        return log.readAll(options);
      },
    });
    const temporaryStore = (): ReadStore => {
      [opens, openNow] = [opens + 1, openNow + 1];
      const store = SqliteReadStore.temporary();
      const close = store.close.bind(store);
      return Object.assign(store, {
        close: () => {
          openNow -= 1;
          return close();
        },
      });
    };
    return testKernel(
      { facts: ticketFacts, projections: [ticketList] },
      { folder, clock, keys, log: watched, temporaryStore, ...(roles && { roles }) },
    );
  };
  const append = (id: string, facts: readonly TicketFact[], workspaceId = 'w1') =>
    kernel.log.append({ stream: `ticket-${id}`, facts, expected: 'any', context: ticketContext(workspaceId) });
  const at = (moment: string, workspaceId = 'w1'): PastMoment => ({ workspaceId, moment: new Date(moment) });
  const count = (past: PastMoment, where: Record<string, string> = { workspaceId: past.workspaceId }) =>
    readAsOf(past, () => kernel.readModels.count(ticketList, where));

  /** One hour after the other: opened (9), commented (10), closed (11), deleted (12); beside it another workspace. */
  const aMorning = async (): Promise<void> => {
    for (const fact of [opened('1'), commented('1'), closed('1'), deleted('1')]) {
      await append('1', [fact]);
      await append('of-others', [opened('of-others')], 'w2');
      clock.advance(3_600_000);
    }
    await kernel.settled();
  };

  beforeEach(() => {
    [asked, opens, openNow, onAsked] = [[], 0, 0, () => undefined];
    folder = temporaryFolder();
    clock = new TestClock('2026-01-15T09:00:00.000Z');
    keys = new InMemorySubjectKeys();
    log = SqliteEventLog.open(folder.file('facts.db'));
    kernel = start();
  });
  afterEach(async () => {
    await kernel.close();
    expect(openNow).toBe(0);
    folder.remove();
  });

  it('shows a row, a page and a count as they were at the moment, and the present to all others', async () => {
    await aMorning();
    const row = (moment: string) => readAsOf(at(moment), () => kernel.readModels.get(ticketList, '1'));
    expect(await row('2026-01-15T08:59:59.999Z')).toBeUndefined();
    expect(await row('2026-01-15T09:00:00.000Z')).toMatchObject({ status: 'open', comments: 0 });
    expect(await row('2026-01-15T10:30:00.000Z')).toMatchObject({ status: 'open', comments: 1 });
    expect(await row('2026-01-15T11:59:00.000Z')).toMatchObject({ status: 'closed' });
    expect(await row('2026-01-15T12:00:00.000Z')).toBeUndefined();
    expect(await kernel.readModels.get(ticketList, '1')).toBeUndefined();
    const past = at('2026-01-15T11:30:00.000Z');
    const page = await readAsOf(past, () =>
      kernel.readModels.page(ticketList, {
        where: { workspaceId: 'w1' },
        search: 'ada',
        sort: [{ field: 'openedAt', direction: 'desc' }],
        limit: 5,
      }),
    );
    expect(page.rows).toMatchObject([{ status: 'closed' }]);
    expect(await count(past, { workspaceId: 'w1', status: 'closed' })).toBe(1);
    expect(await readAsOf(past, () => kernel.readModels.getMany(ticketList, ['1', 'of-others']))).toEqual(
      new Map([['1', page.rows[0]]]),
    );
  });

  it('shows nothing of another workspace, and does not even open its facts', async () => {
    await aMorning();
    const find = jest.spyOn(keys, 'find');
    expect(await count(at('2026-01-15T11:00:00.000Z', 'w1'))).toBe(1);
    expect(find.mock.calls.flat()).not.toContain('reporter-of-of-others');
    expect(await count(at('2026-01-15T11:00:00.000Z', 'w2'))).toBe(1);
    expect(await count(at('2026-01-15T11:00:00.000Z', 'w3'))).toBe(0);
  });

  it('needs no projection that runs in this process, nor any that has caught up', async () => {
    await aMorning();
    await kernel.close();
    log = SqliteEventLog.open(folder.file('facts.db'));
    kernel = start(['web']);
    expect(await readAsOf(at('2026-01-15T10:30:00.000Z'), () => kernel.readModels.get(ticketList, '1'))).toMatchObject({
      comments: 1,
    });
  });

  it('knows an early time behind a late one, as after moving the clock back', async () => {
    await append('1', [opened('1')]);
    clock.set('2026-01-20T09:00:00.000Z');
    await append('1', [commented('1')]);
    clock.set('2026-01-16T09:00:00.000Z');
    await append('2', [opened('2')]);
    clock.set('2026-01-21T09:00:00.000Z');
    const past = at('2026-01-17T09:00:00.000Z');
    expect(await count(past)).toBe(2);
    expect(await readAsOf(past, () => kernel.readModels.get(ticketList, '1'))).toMatchObject({ comments: 0 });
  });

  it('keeps an erased person erased', async () => {
    await append('1', [opened('1')]);
    await keys.erase('reporter-of-1');
    clock.advance(60_000);
    expect(await readAsOf(at('2026-01-15T09:00:00.000Z'), () => kernel.readModels.get(ticketList, '1'))).toMatchObject({
      reporter: '[erased]',
    });
  });

  it('folds once for simultaneous callers, and again only for another moment', async () => {
    await aMorning();
    const past = at('2026-01-15T10:30:00.000Z');
    await Promise.all([count(past), count(past), count(past, { workspaceId: 'w1', status: 'open' })]);
    expect(await count(past)).toBe(1);
    expect(opens).toBe(1);
    await count(at('2026-01-15T10:31:00.000Z'));
    expect(opens).toBe(2);
  });

  it('does not remember that it failed', async () => {
    await aMorning();
    const readAll = jest.spyOn(log, 'readAll').mockRejectedValueOnce(new Error('the log is away'));
    await expect(count(at('2026-01-15T10:30:00.000Z'))).rejects.toThrow('the log is away');
    expect(openNow).toBe(0);
    expect(await count(at('2026-01-15T10:30:00.000Z'))).toBe(1);
    readAll.mockRestore();
  });

  it('reads only the streams of the subject where the projection names them', async () => {
    await aMorning();
    await append('2', [opened('2')]);
    asked = [];
    expect(await readAsOf(at('2026-01-15T10:30:00.000Z'), () => kernel.readModels.get(oneTicket, '1'))).toMatchObject({
      comments: 1,
    });
    expect(new Set(asked.flat())).toEqual(new Set(['ticket-1']));
  });

  it('says which fact it cannot read', async () => {
    const stranger = {
      id: 'stranger',
      type: 'TicketPainted',
      data: {},
      meta: { v: 1, at: '2026-01-15T09:00:00.000Z', ws: 'w1', actor: { kind: 'system', id: 'x' }, cor: 'c', cau: null },
    };
    await kernel.log.port.append('ticket-1', [stranger], 'any');
    await expect(count(at('2026-01-15T10:30:00.000Z'))).rejects.toThrow(/TicketPainted.*stranger/);
    expect(openNow).toBe(0);
  });

  it('gives the clock the moment, and leaves the rest of it alone', async () => {
    const seen = clockAsOf(Object.assign(clock, { movedBy: 7 }));
    let moved = 0;
    seen.onMoved(() => (moved += 1));
    seen.advance(1_000);
    expect([seen.movedBy, moved]).toEqual([7, 1]);
    expect(readAsOf(at('2026-01-01T00:00:00.000Z'), () => seen.now().toISOString())).toBe('2026-01-01T00:00:00.000Z');
    expect(seen.now()).toEqual(clock.now());
  });

  it('folds many facts, page by page', async () => {
    const facts = Array.from({ length: 2_500 }, () => commented('1'));
    await append('1', [opened('1'), ...facts]);
    expect(await readAsOf(at('2026-01-15T09:00:00.000Z'), () => kernel.readModels.get(ticketList, '1'))).toMatchObject({
      comments: 2_500,
    });
    expect(asked.length).toBeGreaterThan(2);
  });

  it('is given up between two pages when no caller waits for it any more, and leaves nothing behind', async () => {
    for (let batch = 0; batch < 5; batch += 1)
      await append('1', [
        batch === 0 ? opened('1') : commented('1'),
        ...Array.from({ length: 999 }, () => commented('1')),
      ]);
    await append('of-others', [opened('of-others')], 'w2');
    const [leaving, gone] = [new AbortController(), new Error('gone')];
    const past = at('2026-01-15T09:00:00.000Z');
    asked = [];
    onAsked = () => leaving.abort(gone);
    await expect(count({ ...past, signal: leaving.signal })).rejects.toBe(gone);
    expect(asked).toHaveLength(1);
    expect(openNow).toBe(0);
    onAsked = () => undefined;
    expect(await count(past)).toBe(1);
  });

  it('is refused by a kernel without a temporary store', async () => {
    const without = testKernel({ facts: ticketFacts, projections: [ticketList] }, { temporaryStore: undefined });
    await expect(
      readAsOf(at('2026-01-15T09:00:00.000Z'), () => without.readModels.get(ticketList, '1')),
    ).rejects.toThrow('without a temporary store');
    await without.close();
  });
});
