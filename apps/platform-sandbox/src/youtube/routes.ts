import type { FastifyInstance } from 'fastify';
import type { SpokenFault } from '../fault-kinds';
import { watch, type FaultAnswer, type Host } from '../http/watch';
import type { Sandbox } from '../sandbox';
import { openCall, type ApiCall } from './access';
import { googlePages } from './authorize';
import { channels } from './channels';
import {
  ApiError,
  backendError,
  badToken,
  channelClosed,
  channelSuspended,
  OAuthError,
  quotaExceeded,
  scopeMissing,
  tooFast,
  unsupportedQuery,
} from './errors';
import { certificates } from './id-token';
import { playlistItems } from './playlist-items';
import { playlists } from './playlists';
import { report } from './report';
import { googleTokens } from './token-endpoint';
import { userinfo } from './userinfo';
import { videos } from './videos';

const failures: Readonly<Record<SpokenFault, () => ApiError>> = {
  500: backendError,
  429: tooFast,
  refused: badToken,
  quota: quotaExceeded,
};

function apiFailure(kind: SpokenFault): FaultAnswer {
  const error = failures[kind]();
  return { status: error.status, headers: kind === '429' ? { 'retry-after': '900' } : {}, body: error.body() };
}

const tokenFailure = (kind: SpokenFault): FaultAnswer => {
  if (kind === 'refused') return { status: 400, body: new OAuthError(400, 'invalid_grant', 'Bad Request').body() };
  return kind === '500'
    ? { status: 500, body: { error: 'internal_failure', error_description: 'Internal error' } }
    : {
        status: 429,
        headers: { 'retry-after': '900' },
        body: { error: 'rate_limit_exceeded', error_description: 'Too many requests' },
      };
};

const said = (error: () => ApiError) => (): FaultAnswer => {
  const answer = error();
  return { status: answer.status, body: answer.body() };
};
const states: NonNullable<Host['states']> = {
  'scope-taken': said(() => scopeMissing('youtube')),
  'account-deleted': said(channelClosed),
  restricted: said(channelSuspended),
  'metric-retired': said(() =>
    unsupportedQuery('Unknown identifier (videosAddedToPlaylists) given in field parameters.metrics.'),
  ),
};

/** Google's hosts, each under its prefix. */
export async function youtubeRoutes(
  app: FastifyInstance,
  { sandbox, holdMs }: { sandbox: Sandbox; holdMs: number },
): Promise<void> {
  const host = (name: string, failing: Host['failing'], routes: (scope: FastifyInstance) => void): void => {
    void app.register(
      async (scope) => {
        watch(scope, sandbox, { platform: 'youtube', name, failing, states }, holdMs);
        routes(scope);
      },
      { prefix: `/${name}` },
    );
  };
  const api = (scope: FastifyInstance, paths: Readonly<Record<string, (call: ApiCall) => unknown>>): void => {
    scope.setErrorHandler((error, _request, reply) =>
      error instanceof ApiError ? reply.code(error.status).send(error.body()) : reply.send(error),
    );
    for (const [path, answer] of Object.entries(paths)) {
      scope.get(path, async (request, reply) =>
        reply.type('application/json; charset=UTF-8').send(JSON.stringify(answer(openCall(sandbox, request)))),
      );
    }
  };

  await app.register(async (scope) => googlePages(scope, sandbox), { prefix: '/accounts' });
  host('oauth2', tokenFailure, (scope) => googleTokens(scope, sandbox));
  host('googleapis', apiFailure, (scope) => {
    api(scope, {
      '/youtube/v3/channels': channels,
      '/youtube/v3/playlists': playlists,
      '/youtube/v3/playlistItems': playlistItems,
      '/youtube/v3/videos': videos,
      '/oauth2/v2/userinfo': userinfo,
    });
    scope.get('/oauth2/v3/certs', async () => certificates());
  });
  host('analytics', apiFailure, (scope) => api(scope, { '/v2/reports': report }));
}
