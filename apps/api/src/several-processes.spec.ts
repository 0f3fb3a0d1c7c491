import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLog, StoredFact } from '@linkage/event-sourcing';
import { eventually } from '@linkage/event-sourcing/testing';
import type { EventStoreDbProcess } from '@linkage/stores/testing';
import { Browser } from './testing/browser';
import { rebuildCommand } from './command-line/rebuild.command-line';
import { runCommandLine } from './command-line/run-command-line';
import { operatorKey } from './operator/operator-key';
import {
  askedByOneProcess,
  daysLater,
  eachRefreshedAt,
  emailOf,
  type PersonOnPlatform,
} from './testing/asked-by-one-process';
import { type Asked, askedSince, ChildSandbox } from './testing/child-sandbox';
import { ChildServer } from './testing/child-server';
import { connectCreator, inviteCreator, mailsTo, type InvitedCreator } from './testing/invited-creator';
import { Line } from './testing/line';
import { freePort } from './testing/server-under-test';

const programs = join(__dirname, '../../../dist/apps/api');

const instagram = [
  'atelier.amelie',
  'kwameshoots',
  'darya.pechet',
  'noor.alhadi',
  'tanaka.no.niwa',
  'pixel.moth',
  'sana.moves',
  'tiny.tinsmith',
  'empty.shelf',
  'lena.setsout',
  'el.faro.radio',
  'niamh_and_co',
  'aikomori',
  'hannahschroeder',
];
const youtube = ['kwamecuts', 'studioalqamar', 'sorairofilms', 'luciaferngarden', 'shortcutsonly', 'glitterfrog'];
const people: readonly PersonOnPlatform[] = [
  ...instagram.map((id) => ['instagram', id] as const),
  ...youtube.map((id) => ['youtube', id] as const),
];

interface Row {
  readonly accountId: string;
  readonly creatorEmail: string;
}

interface Consumer {
  readonly behind: boolean;
  readonly lag: { readonly amount: number } | null;
}

const START = '2026-11-24T12:00:00.000Z';
const DAY_MS = 24 * 3_600_000;
/** So many refreshes one process has in hand at a time. */
const AT_ONCE = 4;
/** What is promised of a graceful stop (docs/running.md). */
const GRACE_MS = 10_000;
/** A busy machine makes everything slow; nothing here measures speed. */
const PATIENCE_MS = 300_000;

/** Needs a way to start a server: LINKAGE_EVENTSTORE_COMMAND (`npm run test:eventstoredb`). */
(process.env['LINKAGE_EVENTSTORE_COMMAND'] ? describe : describe.skip)(
  'two web,projections and two reactors,ingestion processes on one data folder',
  () => {
    let store: EventStoreDbProcess;
    let log: EventLog;
    let sandbox: ChildSandbox;
    let directory: string;
    let webs: ChildServer[];
    let workers: ChildServer[];
    let desks: Browser[];
    /** What a single process asks: on the day of connecting, one day later, two days later. */
    let alone: readonly Asked[];
    let askedBefore: Asked = {};
    const creators: InvitedCreator[] = [];
    const lines: Line[] = [];

    beforeAll(async () => {
      alone = await askedByOneProcess(people, START, 2, PATIENCE_MS);
      const [{ openEventStoreDb }, testing] = await Promise.all([
        import('@linkage/stores'),
        import('@linkage/stores/testing'),
      ]);
      store = await testing.EventStoreDbProcess.prepare();
      await store.start();
      log = await openEventStoreDb(store.url);
      sandbox = await ChildSandbox.start();
      await sandbox.standStillAt(START);
      directory = await mkdtemp(join(tmpdir(), 'linkage-several-'));
      const start = (roles: string) =>
        ChildServer.start({
          directory,
          env: { LINKAGE_ROLES: roles, LINKAGE_EVENTSTORE_URL: store.url, LINKAGE_SANDBOX_URL: sandbox.url },
        });
      webs = await Promise.all([start('web,projections'), start('web,projections')]);
      workers = await Promise.all([start('reactors,ingestion'), start('reactors,ingestion')]);
      await sandbox.registers(...webs.map(({ url }) => url));
      const [first, second] = webs.map(({ browser }) => browser) as [Browser, Browser];
      await first.post('/api/registration', {
        workspaceName: 'Bright Brands',
        name: 'Ana',
        email: 'ana@example.com',
        password: 'correct horse battery',
      });
      for (const [name, value] of first.cookies) second.cookies.set(name, value);
      desks = [first, second];
      for (const desk of desks) lines.push(await Line.open(desk));
    }, 4 * PATIENCE_MS);
    afterAll(async () => {
      for (const line of lines) line.close();
      await Promise.all([...webs, ...workers].map((server) => server.end('SIGKILL')));
      await sandbox.end();
      await log.close();
      await store.remove();
      await rm(directory, { recursive: true, force: true });
    }, PATIENCE_MS);

    const factsOf = async (prefix: string): Promise<readonly StoredFact[]> => {
      const facts: StoredFact[] = [];
      for (
        let page = await log.readAll({ limit: 1_000, prefixes: [prefix] });
        ;
        page = await log.readAll({ limit: 1_000, prefixes: [prefix], after: page.next })
      ) {
        facts.push(...page.facts);
        if (page.end) return facts;
      }
    };
    const countByStream = async (prefix: string, type: string): Promise<ReadonlyMap<string, number>> => {
      const counts = new Map<string, number>();
      for (const fact of await factsOf(prefix))
        counts.set(fact.stream, (counts.get(fact.stream) ?? 0) + (fact.type === type ? 1 : 0));
      return counts;
    };
    const listOf = async (desk: Browser, list: string) => (await desk.get(`/api/${list}?limit=100`)).body;
    const eachRefreshed = (days: number): Promise<unknown> =>
      eachRefreshedAt(desks[1] as Browser, daysLater(START, days), people.length, PATIENCE_MS);
    /** What was asked since the last time. */
    const asked = async (): Promise<Asked> => {
      const now = await sandbox.asked();
      const since = askedSince(askedBefore, now);
      askedBefore = now;
      return since;
    };
    const items = async (list: string): Promise<readonly Row[]> => (await listOf(desks[1] as Browser, list)).items;
    /**
     * How often each account was started so far, and whose (`<platform> <person>`) was started more often than the days
     * want.
     */
    const startedAgain = async (): Promise<{ started: readonly number[]; again: readonly string[] }> => {
      const starts = await countByStream('refresh-', 'RefreshStarted');
      const twice = (await items('accounts'))
        .filter(({ accountId }) => (starts.get(`refresh-${accountId}`) ?? 0) > 3)
        .map(({ creatorEmail }) => creatorEmail);
      const again = people.flatMap(([platform, person], index) =>
        twice.includes(emailOf(index)) ? [`${platform} ${person}`] : [],
      );
      return { started: [...starts.values()], again };
    };
    /** What a browser has heard of, by ids. */
    const toldBy = (line: Line): ReadonlySet<string> => new Set(line.all.flatMap(({ data }) => data?.ids ?? []));

    it(
      'take each invitation and each mail once, although a reactors process is killed',
      async () => {
        for (const index of people.keys()) {
          if (index === 10) await workers[0]?.end('SIGKILL');
          creators.push(await inviteCreator(desks[index % 2] as Browser, emailOf(index)));
        }
        await workers[0]?.start();
        await eventually(async () => {
          expect([...(await countByStream('invitation-', 'InvitationEmailed')).values()]).toEqual(people.map(() => 1));
        }, PATIENCE_MS);
        for (const { email } of creators) expect(await mailsTo(email, webs[1]?.url ?? '')).toHaveLength(1);
        for (const line of lines) {
          await eventually(
            () => expect([...creators].filter(({ invitationId }) => !toldBy(line).has(invitationId))).toEqual([]),
            PATIENCE_MS,
          );
        }
      },
      2 * PATIENCE_MS,
    );

    it('show to the one process what was written through the other', async () => {
      const { body } = await (desks[0] as Browser).post('/api/invitations', {
        name: 'Last One',
        email: 'last@example.com',
      });
      const there = await (desks[1] as Browser).get('/api/invitations?search=last', {
        'X-Linkage-Position': body.position,
      });
      expect(there.body.items).toMatchObject([{ invitationId: body.invitationId }]);
    });

    it(
      'refresh each account once when it is connected, and ask the platforms for no more than a single process does',
      async () => {
        await Promise.all(
          people.map(([platform, person], index) =>
            connectCreator(creators[index] as InvitedCreator, webs[index % 2]?.url ?? '', platform, person),
          ),
        );
        await eachRefreshed(0);
        expect([...(await countByStream('refresh-', 'RefreshStarted')).values()]).toEqual(people.map(() => 1));
        expect(await asked()).toEqual(alone[0]);
      },
      2 * PATIENCE_MS,
    );

    it(
      'refresh each once more a day later, and ask as often as a single process',
      async () => {
        await sandbox.advance(DAY_MS);
        await eachRefreshed(1);
        expect([...(await countByStream('refresh-', 'RefreshStarted')).values()]).toEqual(people.map(() => 2));
        expect(await asked()).toEqual(alone[1]);
      },
      2 * PATIENCE_MS,
    );

    it(
      'refresh each another day later, although a process of each kind is killed: only what that one had in hand is asked for again',
      async () => {
        await sandbox.advance(DAY_MS);
        await eventually(async () => {
          const started = [...(await countByStream('refresh-', 'RefreshStarted')).values()].filter(
            (count) => count > 2,
          );
          expect(started.length).toBeGreaterThan(AT_ONCE);
        }, PATIENCE_MS);
        await Promise.all([webs[0]?.end('SIGKILL'), workers[0]?.end('SIGKILL')]);
        const [lost, kept] = lines as [Line, Line];
        lines[0] = await Line.open(desks[1] as Browser, lost.lastId);

        // The clock is not moved: the killed process has lost its locks, so the next ring of the other one finds what
        // it was at.
        await eachRefreshed(2);
        const { started, again } = await startedAgain();
        expect(started.every((count) => count === 3 || count === 4)).toBe(true);
        expect(again.length).toBeLessThanOrEqual(AT_ONCE);
        const now = await asked();
        for (const [person, counts] of Object.entries(alone[2] ?? {})) {
          if (again.includes(person))
            for (const [endpoint, count] of Object.entries(counts))
              expect(now[person]?.[endpoint]).toBeLessThanOrEqual(2 * count);
          // What no person's token was used for is counted for all together.
          else if (!person.endsWith(' ')) expect([person, now[person]]).toEqual([person, counts]);
        }

        const accounts = await items('accounts');
        // What the killed process had told is not told again: the line that was lost and the one in its place count
        // together.
        const back = lines[0] as Line;
        for (const told of [[lost, back], [kept]]) {
          await eventually(() => {
            const ids = new Set(told.flatMap((line) => [...toldBy(line)]));
            expect(accounts.filter(({ accountId }) => !ids.has(accountId))).toEqual([]);
          }, PATIENCE_MS);
        }
        for (const line of [back, kept]) {
          expect(line.all.some(({ event }) => event === 'reset')).toBe(false);
        }
      },
      3 * PATIENCE_MS,
    );

    it('send no mail twice, whichever was killed', async () => {
      for (const { email } of creators) expect(await mailsTo(email, webs[1]?.url ?? '')).toHaveLength(1);
    });

    it(
      'show the same lists, in every process, and none is behind when all is done',
      async () => {
        await Promise.all([webs[0]?.start(), workers[0]?.start()]);
        for (const list of ['invitations', 'accounts', 'attempts']) {
          await eventually(async () =>
            expect(await listOf(desks[0] as Browser, list)).toEqual(await listOf(desks[1] as Browser, list)),
          );
        }
        expect((await listOf(desks[0] as Browser, 'accounts')).items).toHaveLength(people.length);
        const authorization = `Bearer ${operatorKey(directory, undefined)}`;
        const behind = async (desk: Browser): Promise<unknown> => {
          const { consumers } = (await desk.get('/api/operator/consumers', { authorization })).body as {
            consumers: readonly Consumer[];
          };
          return consumers.filter((one) => one.behind || one.lag?.amount !== 0);
        };
        for (const desk of desks) await eventually(async () => expect(await behind(desk)).toEqual([]));
      },
      PATIENCE_MS,
    );

    it(
      'build a read model anew where it is folded, in a thread; asked elsewhere they say whom to ask',
      async () => {
        const rebuild = async (port: number): Promise<unknown> => {
          const environment = {
            LINKAGE_PORT: String(port),
            LINKAGE_PUBLIC_URL: `http://127.0.0.1:${port}`,
            LINKAGE_DATA: directory,
            LINKAGE_EVENTSTORE_URL: store.url,
            LINKAGE_SANDBOX_URL: sandbox.url,
          };
          return runCommandLine([rebuildCommand(programs)], ['rebuild', 'invitation-list'], environment, {
            out: () => undefined,
            err: () => undefined,
          }).catch((error: Error) => error.name);
        };
        expect((await Promise.all(webs.map(({ port }) => rebuild(port)))).sort()).toEqual([0, 'ServerRefused']);
        expect(await rebuild(await freePort())).toBe('FoldedElsewhere');
      },
      PATIENCE_MS,
    );

    it(
      'end gracefully within 10 s, all of them',
      async () => {
        expect(await Promise.all([...webs, ...workers].map((server) => server.end('SIGTERM', GRACE_MS)))).toEqual([
          0, 0, 0, 0,
        ]);
      },
      PATIENCE_MS,
    );
  },
);
