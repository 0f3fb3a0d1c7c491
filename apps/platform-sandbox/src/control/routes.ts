import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Html } from '../http/html';
import type { Sandbox } from '../sandbox';
import type { PlatformTraits } from '../world/platform-traits';
import { BadControl, moveClock, readFault, registerRedirectUris } from './bodies';
import { appPart } from './app-part';
import { clockPart, controlPage } from './control-page';
import { faultsPart } from './faults-part';
import { callsPart, peoplePart } from './lists-part';
import { changeAccess, peopleOf } from './people';
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
  const allFaults = () => platforms.map(({ id }) => ({ platform: id, fault: faults.of(id) }));
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
      { event: 'calls', bell: calls.changed, read: () => null },
      { event: 'app', bell: redirectUris.changed, read: () => null },
    ]),
  );

  app.get('/control/api/people', async () => ({
    people: platforms.flatMap((platform) => peopleOf(sandbox, platform)),
  }));
  app.post<Parameters>('/control/api/people/:platform/:id/:action', async (request, reply) => {
    const { id, action } = request.params;
    const platform = platformOf(request);
    if (action !== 'change-password' && action !== 'revoke')
      throw new BadControl('What a person can do: change-password, revoke.');
    if (!sandbox.world.person(platform.id, id)) return reply.code(404).send({ error: 'There is nobody of that name.' });
    const accessEnded = changeAccess(sandbox, platform, id, action);
    return { accessEnded, person: peopleOf(sandbox, platform).find((person) => person.id === id) };
  });

  app.get('/control/api/faults', async () => ({ faults: allFaults() }));
  app.get('/control/api/faults/:platform', async (request) => ({ fault: faults.of(platformOf(request).id) }));
  app.put('/control/api/faults/:platform', async (request) => {
    faults.put(platformOf(request).id, readFault(platformOf(request), request.body));
    return { fault: faults.of(platformOf(request).id) };
  });
  app.delete('/control/api/faults/:platform', async (request) => {
    faults.clear(platformOf(request).id);
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
