import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { originOf, queryOf } from '../http/parameters';
import { traceId } from '../meta/graph-error';
import { servedVersion } from '../meta/served-version';
import type { Sandbox } from '../sandbox';
import { checkToken, tokenOf } from './access';
import type { GraphCall, PageCall } from './call';
import { badToken, gone, GraphError, needsPageToken, otherPage } from './errors';
import { readFields } from './fields';
import { accounts, permissions, user } from './login';
import { pageNode } from './page';
import { pageInsights } from './page-insights';
import { facebook, type FacebookAccount } from './population';
import { postNode } from './post';
import { postInsights } from './post-insights';
import { liveVideos, postList, storyList } from './post-list';
import { tokenEndpoint } from './token-endpoint';
import type { Usage } from './usage';

const asked = ['pages_show_list', 'pages_read_engagement', 'read_insights', 'pages_read_user_content', 'email'];

/** The Graph host. Paths work with and without a version. */
export function graph(app: FastifyInstance, sandbox: Sandbox, usage: Usage): void {
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { pathname } = new URL(request.url, 'http://sandbox');
    const [, , , ...segments] = pathname.split('/').map(decodeURIComponent);
    const version = /^v\d+\.\d+$/.test(segments[0] ?? '') ? segments.shift() : undefined;
    void reply.header('facebook-api-version', servedVersion(version)).type('application/json; charset=UTF-8');
    try {
      return await reply.send(answer(sandbox, usage, request, reply, version, segments));
    } catch (error) {
      if (error instanceof GraphError)
        return reply.code(error.status).send(error.body(traceId(request.id, sandbox.clock.now())));
      throw error;
    }
  };
  app.get('/*', handler);
  app.delete('/*', handler);
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
  if (node === 'oauth' && edge === 'access_token') {
    const { person, answer: token } = tokenEndpoint(sandbox, query);
    request.caller = person;
    return token;
  }
  const token = checkToken(sandbox, tokenOf(request, query));
  const login = sandbox.world.of(facebook).get(token.person);
  if (login === undefined) throw badToken();
  request.caller = token.person;
  const now = sandbox.clock.now();
  const base = `${originOf(request)}/facebook/graph${version ? `/${version}` : ''}`;
  const call: GraphCall = { sandbox, login, token, query, now, base };
  const own = pageOf(sandbox, token.account);
  void reply.headers(own === undefined ? usage.ofApp(login, now) : usage.ofPage(own, now));

  if (request.method === 'DELETE') return takeBack(call, segments);
  if (tooMuch !== undefined) throw gone(segments.join('/'));
  if (own === undefined && (node === 'me' || node === login.userId)) return ofLogin(call, edge);
  return ofPage(call, own, node, edge);
}

const pageOf = (sandbox: Sandbox, pageId: string | undefined): FacebookAccount | undefined =>
  pageId === undefined
    ? undefined
    : [...sandbox.world.of(facebook).values()].find((account) => account.pageId === pageId);

function ofLogin(call: GraphCall, edge: string | undefined): unknown {
  if (edge === undefined) return user(call);
  if (edge === 'accounts') return accounts(call);
  if (edge === 'permissions') return permissions(call, asked);
  throw gone(edge);
}

/** `DELETE /{user}/permissions`: all of the person's tokens end, those of all their Pages too. */
function takeBack(
  { sandbox, login, token }: GraphCall,
  [node, edge, permission]: readonly string[],
): { success: true } {
  if (token.account !== undefined || edge !== 'permissions' || !['me', login.userId].includes(node ?? ''))
    throw gone(node ?? '');
  const { granted } = sandbox.standings.of('facebook', login.person.id);
  if (permission === undefined) sandbox.standings.end('facebook', login.person.id, 'revoked', sandbox.clock.now());
  else
    sandbox.standings.consent(
      'facebook',
      login.person.id,
      granted.filter((scope) => scope !== permission),
    );
  return { success: true };
}

/** What is asked about a Page or a post needs the Page's own token; public fields do not. */
function ofPage(call: GraphCall, own: FacebookAccount | undefined, node: string, edge: string | undefined): unknown {
  const asksOwn = own !== undefined && (node === 'me' || node === own.pageId);
  if (!asksOwn && /^61\d{13}$/.test(node)) {
    const other = pageOf(call.sandbox, node);
    if (other === undefined) throw gone(node);
    if (own !== undefined) throw otherPage();
    if (edge !== undefined) throw needsPageToken();
    return pageNode(call, other, readFields(call.query['fields'] ?? 'id,name'));
  }
  if (own === undefined) throw gone(node);
  const page: PageCall = { ...call, page: own };
  if (!asksOwn) {
    if (edge === 'insights') return postInsights(page, node);
    const post = own.feed.find(node, call.now);
    if (post === undefined || edge !== undefined) throw gone(node);
    return postNode(page, post, readFields(call.query['fields'] ?? 'created_time,message,id'));
  }
  if (edge === undefined) return pageNode(call, own, readFields(call.query['fields'] ?? 'id,name'));
  if (['published_posts', 'posts', 'feed'].includes(edge)) return postList(page, edge);
  if (edge === 'stories') return storyList(page);
  if (edge === 'live_videos') return liveVideos(page);
  if (edge === 'insights') return pageInsights(page);
  throw gone(edge);
}
