import type { FastifyInstance } from 'fastify';
import type { SpokenFault } from '../fault-kinds';
import { watch, type FaultAnswer, type Host } from '../http/watch';
import { client } from '../oauth/client';
import type { Sandbox } from '../sandbox';
import { instagramPages } from './authorize';
import {
  appRemoved,
  brokenInside,
  checkpoint,
  expired,
  fewFollowers,
  gone,
  notAllowed,
  parameter,
  rateLimited,
  traceId,
  type GraphError,
} from './errors';
import { graph } from './graph';
import { codeRefused, tokenEndpoint } from './token-endpoint';
import { Usage } from './usage';

/** Meta says "too many calls" with HTTP 400 and a code, and in a header how many minutes to wait. */
function graphFailure(kind: SpokenFault): FaultAnswer {
  const error = kind === '500' ? brokenInside() : kind === 'refused' ? appRemoved() : rateLimited();
  const usage = {
    [client.id]: [
      { type: 'instagram', call_count: 100, total_cputime: 40, total_time: 60, estimated_time_to_regain_access: 15 },
    ],
  };
  return {
    status: error.status,
    headers: kind !== '429' ? {} : { 'x-business-use-case-usage': JSON.stringify(usage) },
    body: error.body(traceId('fault', kind)),
  };
}

const tokenFailure = (kind: SpokenFault): FaultAnswer => {
  if (kind === 'refused') return { status: 400, body: codeRefused() };
  return kind === '500'
    ? {
        status: 500,
        body: {
          error_type: 'OAuthException',
          code: 500,
          error_message: 'Sorry, something went wrong. Please try again later.',
        },
      }
    : {
        status: 429,
        body: {
          error_type: 'OAuthRateLimitException',
          code: 429,
          error_message: 'The maximum number of requests per hour has been exceeded.',
        },
      };
};

const said = (error: () => GraphError) => (): FaultAnswer => {
  const answer = error();
  return { status: answer.status, body: answer.body(traceId('fault', answer.code)) };
};
const noLonger = said(() => gone('17841400000000000'));
const states: NonNullable<Host['states']> = {
  'token-expired': said(() => expired(0, 0)),
  'scope-taken': said(notAllowed),
  'account-deleted': noLonger,
  personal: noLonger,
  restricted: said(checkpoint),
  'under-threshold': said(fewFollowers),
  'metric-retired': said(() => parameter('metric[0] must be one of the following values: reach, views')),
};

/** Instagram's three hosts, each under its prefix. */
export async function instagramRoutes(
  app: FastifyInstance,
  { sandbox, holdMs }: { sandbox: Sandbox; holdMs: number },
): Promise<void> {
  const usage = new Usage();
  const host = (name: string, failing: Host['failing'], routes: (scope: FastifyInstance) => void): void => {
    void app.register(
      async (scope) => {
        watch(scope, sandbox, { platform: 'instagram', name, failing, states }, holdMs);
        routes(scope);
      },
      { prefix: `/${name}` },
    );
  };
  await app.register(async (scope) => instagramPages(scope, sandbox), { prefix: '/www' });
  host('api', tokenFailure, (scope) => tokenEndpoint(scope, sandbox));
  host('graph', graphFailure, (scope) => graph(scope, sandbox, usage));
}
