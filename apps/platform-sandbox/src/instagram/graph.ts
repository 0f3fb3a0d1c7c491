import { instagram } from './population';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { originOf, queryOf } from '../http/parameters';
import type { Sandbox } from '../sandbox';
import { accountInsights } from './account-insights';
import { checkToken, tokenOf } from './access';
import type { GraphCall } from './call';
import { badToken, gone, GraphError, traceId } from './errors';
import { readFields } from './fields';
import { exchangeForLong, refreshLong } from './long-lived';
import { media, mediaFields } from './media';
import { mediaInsights } from './media-insights';
import { mediaList } from './media-list';
import { storyList } from './story-list';
import { servedVersion } from '../meta/served-version';
import type { Usage } from './usage';
import { user } from './user';

/** The Graph host. Paths work with and without a version. */
export function graph(app: FastifyInstance, sandbox: Sandbox, usage: Usage): void {
  app.get('/*', async (request, reply) => {
    const { pathname } = new URL(request.url, 'http://sandbox');
    const [, , , ...segments] = pathname.split('/').map(decodeURIComponent);
    const version = /^v\d+\.\d+$/.test(segments[0] ?? '') ? segments.shift() : undefined;
    void reply.header('facebook-api-version', servedVersion(version)).type('application/json; charset=UTF-8');
    try {
      return reply.send(answer(sandbox, usage, request, reply, version, segments));
    } catch (error) {
      if (error instanceof GraphError)
        return reply.code(error.status).send(error.body(traceId(request.id, sandbox.clock.now())));
      throw error;
    }
  });
}

function answer(
  sandbox: Sandbox,
  usage: Usage,
  request: FastifyRequest,
  reply: FastifyReply,
  version: string | undefined,
  segments: readonly string[],
): unknown {
  const query = queryOf(request);
  const [node = '', edge, tooMuch] = segments;
  if (node === 'access_token' && edge === undefined) return exchangeForLong(sandbox, query);
  if (node === 'refresh_access_token' && edge === undefined) return refreshLong(sandbox, query);

  const token = tokenOf(request, query);
  const { person, scopes } = checkToken(sandbox, token);
  const account = sandbox.world.of(instagram).get(person);
  if (!account) throw badToken();
  request.caller = person;
  const now = sandbox.clock.now();
  usage.count(account, now);
  void reply
    .header('x-business-use-case-usage', usage.header(account))
    .header('x-app-usage', '{"call_count":0,"total_cputime":0,"total_time":0}');

  const base = `${originOf(request)}/instagram/graph${version ? `/${version}` : ''}`;
  const call: GraphCall = { sandbox, account, scopes, query, now, base, token };
  const own = node === 'me' || node === account.userId || node === account.appScopedId;
  if (tooMuch !== undefined) throw gone(segments.join('/'));
  if (own && edge === undefined) return user(call);
  if (own && edge === 'media') return mediaList(call);
  if (own && edge === 'stories') return storyList(call);
  if (own && edge === 'insights') return accountInsights(call);
  if (!own && edge === 'insights') return mediaInsights(call, node);
  const post = account.feed.find(node, now) ?? account.stories.find(node, now);
  if (own || edge !== undefined || !post) throw gone(node);
  return media(call, post, readFields(query['fields'], mediaFields, ['id']));
}
