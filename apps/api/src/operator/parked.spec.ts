import { Consumers, EVENT_LOG, newId, type EventLog } from '@linkage/event-sourcing';
import { eventually } from '@linkage/event-sourcing/testing';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parked } from '../command-line/parked.command-line';
import { projections } from '../command-line/projections.command-line';
import { replayParked } from '../command-line/replay-parked.command-line';
import { runCommandLine } from '../command-line/run-command-line';
import { startServer } from '../server';
import type { Browser } from '../testing/browser';
import { ChildSandbox } from '../testing/child-sandbox';
import { connectCreator, inviteCreator } from '../testing/invited-creator';
import { serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';

const key = 'an operator key of more than thirty-two characters';
const bearer = { authorization: `Bearer ${key}` };
const programs = join(__dirname, '../../../../dist/apps');
const HOUR_MS = 3_600_000;

/** A read model stands still, so the reaction that needs it gives up; then a program that knows the fact is started. */
describe('what a reaction gave up', () => {
  let sandbox: ChildSandbox;
  let linkage: ServerUnderTest;
  let member: Browser;
  let workspaceId: string;
  beforeAll(async () => {
    sandbox = await ChildSandbox.start();
    linkage = await serverUnderTest(
      { operatorKey: key, sandboxUrl: sandbox.url, roles: ['web', 'projections', 'reactors'] },
      programs,
    );
    await sandbox.registers(linkage.config.publicUrl);
    member = await linkage.member();
    workspaceId = (await member.get('/api/session')).body.workspace.workspaceId;
  }, 120_000);
  afterAll(async () => {
    await linkage.server.close();
    await rm(linkage.config.dataDirectory, { recursive: true, force: true });
    await sandbox.end();
  });

  const log = (): EventLog => linkage.server.app.get<EventLog>(EVENT_LOG);
  const factsOf = async (type: string) =>
    (await log().readAll({ limit: 1_000 })).facts.filter((fact) => fact.type === type);
  const consumer = async (name: string) =>
    (await linkage.browser().get('/api/operator/consumers', bearer)).body.consumers.find(
      (one: { name: string }) => one.name === name,
    );
  const givenUp = () => linkage.browser().get('/api/operator/reactions/refresh-new-account/parked', bearer);
  const run = async (...args: readonly string[]): Promise<{ code: number; out: string[]; err: string[] }> => {
    const [out, err]: [string[], string[]] = [[], []];
    const environment = {
      LINKAGE_PORT: new URL(linkage.url).port,
      LINKAGE_PUBLIC_URL: linkage.url,
      LINKAGE_DATA: linkage.config.dataDirectory,
      LINKAGE_OPERATOR_KEY: key,
    };
    const code = await runCommandLine([parked, projections, replayParked], args, environment, {
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
    });
    return { code, out, err };
  };
  const isParkedAfter = (parkings: number) =>
    eventually(async () => {
      expect(await consumer('refresh-new-account')).toMatchObject({
        parked: 1,
        lastError: { message: 'watched-accounts is behind; try again' },
      });
      expect(await factsOf('SocialAccountConnected')).toHaveLength(1);
      return parkings;
    }, 60_000);

  it('is told with the reason, and without personal data', async () => {
    const meta = {
      v: 1,
      at: new Date().toISOString(),
      ws: workspaceId,
      actor: { kind: 'system', id: 'newer' },
      cor: newId(),
      cau: null,
    };
    await log().append(
      `refresh-${newId()}`,
      [{ id: newId(), type: 'RefreshForetold', data: { accountId: newId() }, meta }],
      'any',
    );
    await eventually(async () => expect(await consumer('watched-accounts')).toMatchObject({ state: 'stopped' }));
    await connectCreator(await inviteCreator(member, 'noa@ferrari.example'), linkage.url, 'instagram', 'kwameshoots');
    await eventually(
      async () =>
        expect(await consumer('refresh-new-account')).toMatchObject({
          parked: 0,
          lastError: { message: 'watched-accounts is behind; try again' },
        }),
      30_000,
    );
    await sandbox.advance(2 * HOUR_MS);
    await isParkedAfter(1);
    const { status, body, text } = await givenUp();
    const [fact] = await factsOf('SocialAccountConnected');
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        reaction: 'refresh-new-account',
        total: 1,
        facts: [
          {
            id: fact!.id,
            type: 'SocialAccountConnected',
            stream: fact!.stream,
            position: fact!.position,
            recordedAt: fact!.meta.at,
            parkedAt: expect.any(String),
            attempts: expect.any(Number),
            lastError: 'watched-accounts is behind; try again',
          },
        ],
      },
    });
    expect(body.facts[0].attempts).toBeGreaterThan(1);
    for (const secret of ['noa', 'Noa', 'ferrari', workspaceId]) expect(text).not.toContain(secret);
    expect(await linkage.browser().get('/api/operator/reactions/refresh-new-account/parked')).toMatchObject({
      status: 401,
    });
    expect(await member.post('/api/operator/replays', { reaction: 'refresh-new-account' })).toMatchObject({
      status: 401,
    });
    expect(await factsOf('RefreshStarted')).toHaveLength(0);
  }, 120_000);

  it('is in the log, also when no server runs; given back then, it is tried at the next start', async () => {
    const { out: all } = await run('parked');
    const [other, parked] = [all.filter((line) => line.endsWith(': nothing is parked')), all.slice(-2)];
    expect(all).toEqual([...other, ...parked]);
    expect(other).toContain('email-invitation: nothing is parked');
    expect(parked).toEqual([
      'refresh-new-account: 1 parked',
      expect.stringMatching(
        /^ {2}SocialAccountConnected [\w-]+ of .+, stream account-.+, position \d+\. Parked .+ after \d+ tries: watched-accounts is behind; try again$/,
      ),
    ]);
    await linkage.server.close();
    const { code, out, err } = await run('parked', 'refresh-new-account');
    expect({ code, out: out[0], err }).toEqual({
      code: 0,
      out: 'refresh-new-account: 1 parked',
      err: [expect.stringContaining('this is what the log in')],
    });
    expect((await run('projections')).out.find((line) => line.startsWith('refresh-new-account'))).toMatch(
      /^refresh-new-account +reactor +- +idle .* 1 +-$/,
    );
    expect(await run('replay-parked', 'refresh-new-account')).toMatchObject({
      code: 0,
      out: ['refresh-new-account: 1 fact will be tried again as soon as Linkage runs'],
    });
    expect((await run('parked', 'refresh-new-account')).out).toEqual(['refresh-new-account: nothing is parked']);
    linkage.server = await startServer(linkage.config, programs);
    // The cause is not mended yet.
    await isParkedAfter(2);
    expect((await givenUp()).body.facts).toMatchObject([{ attempts: 1 }]);
  }, 120_000);

  it('is done once when the cause is mended', async () => {
    linkage.server.app.get(Consumers).add({ facts: { RefreshForetold: { version: 1 } }, projections: [] });
    expect(
      (await linkage.browser().post('/api/operator/retries', { consumer: 'watched-accounts' }, bearer)).status,
    ).toBe(204);
    await eventually(
      async () => expect(await consumer('watched-accounts')).toMatchObject({ state: 'running', behind: false }),
      30_000,
    );
    expect(await run('replay-parked', 'refresh-new-account')).toMatchObject({
      code: 0,
      out: [expect.stringContaining('refresh-new-account: 1 fact given to it again')],
    });
    await eventually(
      async () =>
        expect((await member.get('/api/accounts')).body.items).toMatchObject([
          { awaitsFigures: false, lastUpdatedAt: expect.any(String) },
        ]),
      30_000,
    );
    expect(await consumer('refresh-new-account')).toMatchObject({ parked: 0, behind: false });
    const again = await linkage.browser().post('/api/operator/replays', { reaction: 'refresh-new-account' }, bearer);
    expect(again).toMatchObject({ status: 202, body: { replayed: 0 } });
    expect((await run('replay-parked', 'refresh-new-account')).out).toEqual([
      'refresh-new-account: nothing was parked',
    ]);
    expect(await factsOf('RefreshStarted')).toHaveLength(1);
  }, 120_000);

  it('is asked for by the name of a reaction', async () => {
    expect(await linkage.browser().get('/api/operator/reactions/answer-mails/parked', bearer)).toMatchObject({
      status: 404,
      body: { code: 'not-found', detail: expect.stringMatching(/Use one of .*\bemail-invitation\b/u) },
    });
    expect(await linkage.browser().post('/api/operator/replays', { reaction: 'answer-mails' }, bearer)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'reaction', message: expect.stringMatching(/Use one of .*\bemail-invitation\b/u) }] },
    });
    for (const name of ['parked', 'replay-parked'])
      expect(await run(name, 'answer-mails')).toMatchObject({
        code: 2,
        err: [expect.stringContaining('There are: mail-to-members, complete-email-changes, '), expect.anything()],
      });
  });
});
