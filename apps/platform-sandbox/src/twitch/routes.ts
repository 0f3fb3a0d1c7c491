import type { FastifyInstance } from 'fastify';
import type { SpokenFault } from '../fault-kinds';
import { queryOf } from '../http/parameters';
import { watch, type FaultAnswer, type Host } from '../http/watch';
import type { Sandbox } from '../sandbox';
import { checkAppCall, openCall, type ApiCall } from './access';
import { twitchPages } from './authorize';
import { badToken, brokenInside, scopeMissing, tooFast, TwitchRefusal } from './errors';
import { Rate } from './rate';
import { Subscriptions } from './subscriptions';
import { twitchTokens } from './token-endpoint';
import { followers, users } from './users';
import { clips, streams, videos } from './videos';

const helixFailures: Readonly<Record<SpokenFault, () => TwitchRefusal>> = {
  500: brokenInside,
  429: tooFast,
  refused: badToken,
  quota: tooFast,
};
const idFailures: Readonly<Record<SpokenFault, TwitchRefusal>> = {
  500: new TwitchRefusal(500, 'internal error'),
  429: new TwitchRefusal(429, 'too many requests'),
  refused: new TwitchRefusal(400, 'Invalid refresh token'),
  quota: new TwitchRefusal(429, 'too many requests'),
};

const said = (refusal: () => TwitchRefusal) => (): FaultAnswer => {
  const answer = refusal();
  return { status: answer.status, body: answer.body() };
};
const states: NonNullable<Host['states']> = { 'scope-taken': said(scopeMissing) };

const paths: Readonly<Record<string, (call: ApiCall) => object>> = {
  '/helix/users': users,
  '/helix/channels/followers': followers,
  '/helix/streams': streams,
  '/helix/videos': videos,
  '/helix/clips': clips,
};

/** Twitch's two hosts, each under its prefix. */
export async function twitchRoutes(
  app: FastifyInstance,
  { sandbox, holdMs }: { sandbox: Sandbox; holdMs: number },
): Promise<void> {
  const rate = new Rate();
  const host = (name: string, failing: Host['failing'], routes: (scope: FastifyInstance) => void): void => {
    void app.register(
      async (scope) => {
        watch(scope, sandbox, { platform: 'twitch', name, failing, states }, holdMs);
        routes(scope);
      },
      { prefix: `/${name}` },
    );
  };
  const helixFailure = (kind: SpokenFault): FaultAnswer => {
    const refusal = helixFailures[kind]();
    const headers = refusal.status === 429 ? Rate.empty(sandbox.clock.now()) : {};
    return { status: refusal.status, headers, body: refusal.body() };
  };

  await app.register(async (scope) => twitchPages(scope, sandbox), { prefix: '/id' });
  host(
    'id',
    (kind) => ({ status: idFailures[kind].status, body: idFailures[kind].body() }),
    (scope) => twitchTokens(scope, sandbox),
  );
  host('api', helixFailure, (scope) => {
    scope.setErrorHandler((error, _request, reply) =>
      error instanceof TwitchRefusal ? reply.code(error.status).send(error.body()) : reply.send(error),
    );
    for (const [path, answer] of Object.entries(paths))
      scope.get(path, async (request, reply) => {
        const call = openCall(sandbox, request);
        // While the clock stands still no bucket would ever fill up.
        if (sandbox.clock.read().running) {
          const { isAllowed, headers } = rate.take(request.caller, call.now);
          void reply.headers(headers);
          if (!isAllowed) throw tooFast();
        }
        return answer(call);
      });
    subscriptionRoutes(scope, sandbox);
  });
}

const subscriptionsPath = '/helix/eventsub/subscriptions';

/** EventSub, in the app's own name. */
function subscriptionRoutes(scope: FastifyInstance, sandbox: Sandbox): void {
  const subscriptions = new Subscriptions(sandbox);
  sandbox.withdrawals.hear('twitch', (person) => subscriptions.tell(person));
  scope.get(subscriptionsPath, async (request) => {
    checkAppCall(sandbox, request);
    return subscriptions.list(queryOf(request)['type']);
  });
  scope.post(subscriptionsPath, async (request, reply) => {
    checkAppCall(sandbox, request);
    return reply.code(202).send(subscriptions.add(request.body));
  });
  scope.delete(subscriptionsPath, async (request, reply) => {
    checkAppCall(sandbox, request);
    subscriptions.remove(queryOf(request)['id']);
    return reply.code(204).send();
  });
}
