import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Html } from '../http/html';
import type { Sandbox } from '../sandbox';
import type { PlatformTraits } from '../world/platform-traits';
import { BadControl, moveClock, readFault, readHandle, registerRedirectUris } from './bodies';
import { appPart } from './app-part';
import { clockPart, controlPage } from './control-page';
import { faultsPart } from './faults-part';
import { callsPart, peoplePart } from './lists-part';
import { changeAccess, peopleOf } from './people';
import { changeAccount, changeNames } from './people-changes';
import { noticeNames, postNotice } from './notices';
import { recordOf } from './record';
import { stream } from './streams';

type Parameters = { Params: { platform: string; id: string; action: string; part: string } };

/** The control page and its API: clock, people, faults, last calls. */
export async function controlRoutes(app: FastifyInstance, { sandbox }: { sandbox: Sandbox }): Promise<void> {
  const { platforms } = sandbox.world;
  const { clock, faults, calls, tally, standings, redirectUris } = sandbox;
  const platformOf = (request: FastifyRequest): PlatformTraits => {
    const platform = sandbox.world.platform((request.params as { platform: string }).platform);
    if (!platform)
      throw new BadControl(`There is no such platform here. There are ${platforms.map(({ id }) => id).join(' and ')}.`);
    return platform;
  };
  const faultsOf = (id: PlatformTraits['id']) => ({ fault: faults.of(id), faults: faults.all(id) });
  /** The platform that an address names, or all of them. */
  const platformsOf = (request: FastifyRequest): readonly PlatformTraits[] =>
    (request.params as { platform: string }).platform === 'all' ? platforms : [platformOf(request)];
  const page = (reply: FastifyReply, body: Html): FastifyReply =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(body.text);

  // Another site may send a browser here, but it may not turn the knobs.
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (
      request.method === 'GET' ||
      origin === undefined ||
      (URL.canParse(origin) && new URL(origin).host === request.host)
    )
      return undefined;
    return reply.code(403).send({ error: 'Only the control page itself may do this.' });
  });
  app.setErrorHandler((error, _request, reply) =>
    error instanceof BadControl ? reply.code(400).send({ error: error.message }) : reply.send(error),
  );

  app.get('/', async (_request, reply) => page(reply, controlPage(sandbox)));
  const parts: Readonly<Record<string, (sandbox: Sandbox) => Html>> = {
    clock: clockPart,
    faults: faultsPart,
    people: peoplePart,
    calls: callsPart,
    app: appPart,
  };
  for (const [name, part] of Object.entries(parts))
    app.get(`/control/parts/${name}`, async (_request, reply) => page(reply, part(sandbox)));

  app.get('/control/api/clock', async () => clock.read());
  app.post('/control/api/clock', async (request) => {
    moveClock(clock, request.body);
    return clock.read();
  });
  app.get('/control/api/clock/stream', (request, reply) =>
    stream(request, reply, [{ bell: clock.changed, read: () => clock.read() }]),
  );
  app.get('/control/api/stream', (request, reply) =>
    stream(request, reply, [
      { event: 'clock', bell: clock.changed, read: () => clock.read() },
      { event: 'faults', bell: faults.changed, read: () => null },
      { event: 'people', bell: standings.changed, read: () => null },
      { event: 'people', bell: sandbox.changes.changed, read: () => null },
      { event: 'calls', bell: calls.changed, read: () => null },
      { event: 'app', bell: redirectUris.changed, read: () => null },
    ]),
  );

  app.get('/control/api/people', async () => ({
    people: platforms.flatMap((platform) => peopleOf(sandbox, platform)),
  }));
  app.get<Parameters>('/control/api/people/:platform/:id', async (request, reply) => {
    const record = recordOf(sandbox, platformOf(request), request.params.id);
    return record ?? reply.code(404).send({ error: 'There is no person of that name.' });
  });
  app.post<Parameters>('/control/api/people/:platform/:id/:action', async (request, reply) => {
    const { id, action } = request.params;
    const platform = platformOf(request);
    const change = changeNames.find((name) => name === action);
    const notice = noticeNames.find((name) => name === action);
    if (action !== 'change-password' && action !== 'revoke' && change === undefined && notice === undefined)
      throw new BadControl(
        `What a person can do: change-password, revoke, ${[...changeNames, ...noticeNames].join(', ')}.`,
      );
    const account = sandbox.world.of(platform).get(id);
    if (account === undefined) return reply.code(404).send({ error: 'There is no person of that name.' });
    if (notice !== undefined) {
      const { to } = (request.body ?? {}) as { to?: unknown };
      return { posted: await postNotice(sandbox, platform, account, notice, to) };
    }
    if (change !== undefined) {
      const isTaken = (handle: string): boolean =>
        peopleOf(sandbox, platform).some((person) => person.handle === handle && person.id !== id);
      const to = change === 'rename' ? readHandle(request.body, isTaken) : undefined;
      if (!changeAccount(sandbox, platform, id, change, to)) throw new BadControl('There is no post to change.');
      return { person: peopleOf(sandbox, platform).find((person) => person.id === id) };
    }
    const accessEnded = changeAccess(sandbox, platform, id, action === 'revoke' ? 'revoke' : 'change-password');
    if (action === 'revoke') await sandbox.withdrawals.tell(platform.id, id);
    return { accessEnded, person: peopleOf(sandbox, platform).find((person) => person.id === id) };
  });

  app.get('/control/api/faults', async () => ({
    faults: platforms.map(({ id }) => ({ platform: id, ...faultsOf(id) })),
  }));
  app.get('/control/api/faults/:platform', async (request) => faultsOf(platformOf(request).id));
  app.put('/control/api/faults/:platform', async (request) => {
    const wanted = platformsOf(request);
    const read = wanted.map((platform) => {
      const isThere = (person: string): boolean => sandbox.world.person(platform.id, person) !== undefined;
      return { id: platform.id, fault: readFault(platform, request.body, isThere) };
    });
    for (const { id, fault } of read) faults.put(id, fault);
    const [one] = wanted;
    return one !== undefined && wanted.length === 1 ? faultsOf(one.id) : { platforms: wanted.map(({ id }) => id) };
  });
  app.delete<{ Querystring: { person?: string } }>('/control/api/faults/:platform', async (request) => {
    for (const { id } of platformsOf(request)) faults.clear(id, request.query.person);
    return { fault: null };
  });
  app.get('/control/api/redirect-uris', async () => ({ redirectUris: redirectUris.all }));
  app.put('/control/api/redirect-uris', async (request) => {
    registerRedirectUris(redirectUris, request.body);
    return { redirectUris: redirectUris.all };
  });
  app.get('/control/api/calls', async () => ({ calls: calls.last() }));
  app.get('/control/api/calls/counts', async () => ({ counts: tally.all() }));
  app.get('/health/live', async () => ({ status: 'ok' }));
}
