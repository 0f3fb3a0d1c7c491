import type { FastifyInstance, FastifyReply } from 'fastify';
import type { SpokenFault } from '../fault-kinds';
import { watch, type FaultAnswer } from '../http/watch';
import type { Sandbox } from '../sandbox';
import { openCall, type ApiCall } from './access';
import { tiktokPages } from './authorize';
import { ApiError, badToken, brokenInside, logId, OAuthError, scopeMissing, tooFast } from './errors';
import { Rate } from './rate';
import { tiktokTokens } from './token-endpoint';
import { userInfo } from './user';
import { videoList, videoQuery } from './videos';

const failures: Readonly<Record<SpokenFault, () => ApiError>> = {
  500: brokenInside,
  429: tooFast,
  refused: badToken,
  quota: tooFast,
};
const tokenFailures: Readonly<Record<SpokenFault, OAuthError>> = {
  500: new OAuthError(500, 'server_error', 'An internal error occurred.'),
  429: new OAuthError(429, 'rate_limit_exceeded', 'Too many requests.'),
  refused: new OAuthError(400, 'invalid_grant', 'Refresh token is invalid or expired.'),
  quota: new OAuthError(429, 'rate_limit_exceeded', 'Too many requests.'),
};

/** TikTok's two hosts, each under its prefix. */
export async function tiktokRoutes(
  app: FastifyInstance,
  { sandbox, holdMs }: { sandbox: Sandbox; holdMs: number },
): Promise<void> {
  const log = (key: string): string => logId(sandbox.clock.now(), key);
  const failing = (kind: SpokenFault, { url }: { readonly url: string }): FaultAnswer => {
    const error = url.includes('/v2/oauth/') ? tokenFailures[kind] : failures[kind]();
    return { status: error.status, body: error.body(log(kind)) };
  };
  const scope = scopeMissing();
  const states = { 'scope-taken': () => ({ status: scope.status, body: scope.body(log('scope')) }) };
  const rate = new Rate();
  const answered = (reply: FastifyReply, data: object): FastifyReply =>
    reply.send({ data, error: { code: 'ok', message: '', log_id: log(reply.request.id) } });

  await app.register(async (scope) => tiktokPages(scope, sandbox), { prefix: '/www' });
  await app.register(
    async (scope) => {
      watch(scope, sandbox, { platform: 'tiktok', name: 'api', failing, states }, holdMs);
      await scope.register(async (tokens) => tiktokTokens(tokens, sandbox));
      await scope.register(async (api) => {
        api.setErrorHandler((error, request, reply) =>
          error instanceof ApiError ? reply.code(error.status).send(error.body(log(request.id))) : reply.send(error),
        );
        const answer = (method: 'GET' | 'POST', url: string, make: (call: ApiCall) => object): void =>
          void api.route({
            method,
            url,
            handler: async (request, reply) => {
              const call = openCall(sandbox, request);
              // While the clock stands still no window would ever end.
              if (sandbox.clock.read().running) rate.count(url, call.now);
              return answered(reply, make(call));
            },
          });
        answer('GET', '/v2/user/info/', userInfo);
        answer('POST', '/v2/video/list/', videoList);
        answer('POST', '/v2/video/query/', videoQuery);
      });
    },
    { prefix: '/api' },
  );
}
