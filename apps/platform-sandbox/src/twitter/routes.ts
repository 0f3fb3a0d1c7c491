import type { FastifyInstance } from 'fastify';
import type { AppFault, SpokenFault } from '../fault-kinds';
import { watch, type FaultAnswer, type Host } from '../http/watch';
import type { Sandbox } from '../sandbox';
import { hour } from '../world/growth';
import { openCall, type ApiCall } from './access';
import { twitterPages } from './authorize';
import {
  ApiError,
  badToken,
  badValue,
  brokenInside,
  capped,
  forbidden,
  noCredits,
  notFound,
  suspended,
  tooFast,
} from './errors';
import { me } from './me';
import { RateWindows } from './rate-windows';
import { lookup, timeline } from './timeline';
import { twitterTokens } from './token-endpoint';

const failures: Readonly<Record<SpokenFault, () => ApiError>> = {
  500: brokenInside,
  429: tooFast,
  refused: badToken,
  quota: tooFast,
};
const refusals: Readonly<Record<AppFault, () => ApiError>> = { cap: capped, credits: noCredits };

const said = (error: () => ApiError) => (): FaultAnswer => {
  const { status, body } = error();
  return { status, body };
};
const states: NonNullable<Host['states']> = {
  'scope-taken': said(forbidden),
  'account-deleted': said(() => new ApiError(200, { errors: [notFound('user', '1', 'id')] })),
  restricted: said(suspended),
};

const isOfTokens = ({ url }: { readonly url: string }): boolean => url.includes('/2/oauth2/');

/** X's two hosts, each under its prefix. */
export async function twitterRoutes(
  app: FastifyInstance,
  { sandbox, holdMs }: { sandbox: Sandbox; holdMs: number },
): Promise<void> {
  /** A window that is used up ends in 15 minutes. */
  const usedUp = (): Record<string, string> => ({
    'x-rate-limit-limit': '75',
    'x-rate-limit-remaining': '0',
    'x-rate-limit-reset': String(Math.ceil((sandbox.clock.now() + hour / 4) / 1000)),
  });
  const failing = (kind: SpokenFault, request: { readonly url: string }): FaultAnswer => {
    if (kind === 'refused' && isOfTokens(request)) return { status: 400, body: badValue('token').body() };
    const { status, body } = failures[kind]();
    return { status, body, headers: status === 429 ? usedUp() : {} };
  };
  /** Tokens cost nothing. */
  const failingApp = (kind: AppFault, request: { readonly url: string }): FaultAnswer | undefined => {
    const { status, body } = refusals[kind]();
    return isOfTokens(request) ? undefined : { status, body };
  };
  const windows = new RateWindows();

  await app.register(async (scope) => twitterPages(scope, sandbox), { prefix: '/www' });
  await app.register(
    async (scope) => {
      watch(scope, sandbox, { platform: 'twitter', name: 'api', failing, failingApp, states }, holdMs);
      await scope.register(async (tokens) => twitterTokens(tokens, sandbox));
      await scope.register(async (api) => {
        api.setErrorHandler((error, _request, reply) =>
          error instanceof ApiError ? reply.code(error.status).send(error.body) : reply.send(error),
        );
        const answer = (endpoint: string, make: (call: ApiCall, id: string) => object): void =>
          void api.get<{ Params: { id?: string } }>(endpoint, async (request, reply) => {
            const call = openCall(sandbox, request);
            // While the clock stands still no window would ever end.
            if (sandbox.clock.read().running) windows.count(endpoint, call.account.person.id, call.now, reply);
            return make(call, request.params.id ?? '');
          });
        answer('/2/users/me', me);
        answer('/2/users/:id/tweets', timeline);
        answer('/2/tweets', lookup);
      });
    },
    { prefix: '/api' },
  );
}
