import { DatabaseSync } from 'node:sqlite';
import {
  ERASED,
  LogUnavailable,
  newId,
  sealFacts,
  verifyLog,
  type EventLog,
  type StoredFact,
} from '@linkage/event-sourcing';
import {
  eventually,
  factsOf,
  freshStream,
  opened,
  positionsInMemory,
  sealedWhole,
  sealerOn,
  ticketContext,
  ticketFacts,
  type TicketFact,
} from '@linkage/event-sourcing/testing';
import { SqliteEventLog } from '../sqlite-log/sqlite-event-log';
import { temporaryFolder, testKernel } from '../testing';

describe('sealing', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());
  const open = (): SqliteEventLog => SqliteEventLog.open(folder.file('facts.db'));
  const sealsOf = (log: EventLog, workspaceId: string): Promise<readonly StoredFact[]> =>
    log.readStream(`seal-${workspaceId}`);

  it('has a name and a version for ever', () => {
    expect(sealFacts).toEqual({ FactsSealed: { version: 1 } });
  });

  it('holds the same for the same facts for ever', async () => {
    const log = open();
    const meta = {
      v: 1,
      at: '2026-01-15T09:00:00.000Z',
      ws: 'workspace-1',
      actor: { kind: 'member', id: 'member-1' },
      cor: 'correlation-1',
      cau: null,
    };
    await log.append(
      'ticket-1',
      [
        {
          id: '01900000-0000-7000-8000-000000000001',
          type: 'TicketOpened',
          data: { title: 'Zoë', ticketId: '1' },
          meta,
        },
      ],
      'no-stream',
    );
    const {
      workspaces: [workspace],
    } = await verifyLog(log);
    expect(workspace?.head).toEqual({
      workspaceId: 'workspace-1',
      count: 1,
      hash: 'GfBxzdJ6lwWTxqbrVnVoluxdo6n2Mu9hcIwbSRQnDVU',
    });
    await log.close();
  });

  it('covers what is stored: a person can be erased, and the chain stays as it was', async () => {
    const kernel = testKernel({ facts: ticketFacts });
    await kernel.log.append({
      stream: 'ticket-1',
      facts: [opened('1')],
      expected: 'no-stream',
      context: ticketContext(),
    });
    const sealer = sealerOn(kernel.log.port);
    sealer.start();
    await sealedWhole(kernel.log.port, 'workspace-1', 1);
    const before = await verifyLog(kernel.log.port);
    await kernel.keys.erase('reporter-of-1');
    expect((await kernel.log.readStream<TicketFact>('ticket-1'))[0]?.data).toMatchObject({ reporter: ERASED });
    expect(await verifyLog(kernel.log.port, { expected: before.workspaces.map(({ head }) => head) })).toEqual(before);
    await sealer.stop();
    await kernel.close();
  });

  it('goes on when the log could not be written for a while', async () => {
    const [log, workspaceId, troubles]: [SqliteEventLog, string, unknown[]] = [open(), newId(), []];
    let away = true;
    const append: EventLog['append'] = (stream, facts, expected) =>
      away && stream.startsWith('seal-')
        ? Promise.reject(new LogUnavailable('away', true))
        : log.append(stream, facts, expected);
    const sealer = sealerOn(Object.assign(Object.create(log) as EventLog, { append }), positionsInMemory(), troubles);
    sealer.start();
    await log.append(freshStream(), factsOf(workspaceId, 3), 'no-stream');
    await eventually(() => expect(troubles.length).toBeGreaterThan(1));
    await log.append(freshStream(), factsOf(workspaceId, 3), 'no-stream');
    away = false;
    await sealedWhole(log, workspaceId, 6);
    await sealer.stop();
    await log.close();
  });

  it('seals what is left when it stops', async () => {
    const [log, workspaceId] = [open(), newId()];
    const sealer = sealerOn(log, positionsInMemory(), [], 3_600_000);
    sealer.start();
    const { position } = await log.append(freshStream(), factsOf(workspaceId, 1), 'no-stream');
    await eventually(() => sealer.seen !== null && log.compare(sealer.seen, position) >= 0);
    await sealer.stop();
    await sealedWhole(log, workspaceId, 1);
    await log.close();
  });

  it('stops for a workspace whose seal was changed, says so, and goes on for the others', async () => {
    let log = open();
    const [ours, theirs, troubles]: [string, string, Error[]] = [newId(), newId(), []];
    const [store, first] = [positionsInMemory(), sealerOn(log)];
    first.start();
    for (const workspaceId of [ours, theirs]) await log.append(freshStream(), factsOf(workspaceId, 2), 'no-stream');
    for (const workspaceId of [ours, theirs]) await sealedWhole(log, workspaceId, 2);
    await first.stop();
    await store.savePosition('sealer', (await log.head())!);
    const [seal] = await sealsOf(log, ours);
    await log.close();
    const db = new DatabaseSync(folder.file('facts.db'));
    db.exec(`UPDATE facts SET data = replace(data, '"count":2', '"count":3') WHERE position = ${seal?.position}`);
    db.close();

    log = open();
    const second = sealerOn(log, store, troubles);
    second.start();
    for (const workspaceId of [ours, theirs]) await log.append(freshStream(), factsOf(workspaceId, 2), 'no-stream');
    await sealedWhole(log, theirs, 4);
    await second.stop();
    expect(troubles.map(({ message }) => message)).toEqual([
      `Revision 0 of seal-${ours} was changed in the log or is missing. No more of its workspace is sealed. Run: npm run linkage -- verify-log`,
    ]);
    expect(await sealsOf(log, ours)).toHaveLength(1);
    await log.close();
  });
});
