import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SpokenFault } from '../fault-kinds';
import { watch, type FaultAnswer, type Host } from '../http/watch';
import { client } from '../oauth/client';
import { traceId } from '../meta/graph-error';
import type { Sandbox } from '../sandbox';
import { facebookPages } from './authorize';
import {
  appRemoved,
  brokenInside,
  checkpoint,
  codeRefused,
  expired,
  fewLikes,
  gone,
  notAllowed,
  notAMetric,
  pageLimit,
  type GraphError,
} from './errors';
import { graph } from './graph';
import { Usage } from './usage';

const versions = ['v21.0', 'v22.0', 'v23.0', 'v24.0', 'v25.0', 'v26.0', 'v27.0'];

/** Meta says "too many calls" with HTTP 400 and a code, and in a header how many minutes to wait. */
function failing(kind: SpokenFault, request: FastifyRequest): FaultAnswer {
  const refused = request.url.includes('/oauth/access_token') ? codeRefused() : appRemoved();
  const error = kind === '500' ? brokenInside() : kind === 'refused' ? refused : pageLimit();
  const usage = {
    [client.id]: [
      { type: 'pages', call_count: 100, total_cputime: 40, total_time: 60, estimated_time_to_regain_access: 15 },
    ],
  };
  return {
    status: error.status,
    headers: kind !== '429' ? {} : { 'x-business-use-case-usage': JSON.stringify(usage) },
    body: error.body(traceId('fault', kind)),
  };
}

const said = (error: () => GraphError) => (): FaultAnswer => {
  const answer = error();
  return { status: answer.status, body: answer.body(traceId('fault', answer.code)) };
};
const states: NonNullable<Host['states']> = {
  'token-expired': said(() => expired(0, 0)),
  'scope-taken': said(notAllowed),
  'account-deleted': said(() => gone('61550000000000000')),
  restricted: said(checkpoint),
  'under-threshold': said(fewLikes),
  'metric-retired': said(notAMetric),
};

/** Facebook's two hosts, each under its prefix. */
export async function facebookRoutes(
  app: FastifyInstance,
  { sandbox, holdMs }: { sandbox: Sandbox; holdMs: number },
): Promise<void> {
  await app.register(async (scope) => versions.forEach((version) => facebookPages(scope, sandbox, version)), {
    prefix: '/www',
  });
  await app.register(
    async (scope) => {
      watch(scope, sandbox, { platform: 'facebook', name: 'graph', failing, states }, holdMs);
      graph(scope, sandbox, new Usage());
    },
    { prefix: '/graph' },
  );
}
