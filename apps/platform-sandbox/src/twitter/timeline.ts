import type { TwitterPosts, TwitterTimeline } from '@linkage/platforms/wire';
import type { Post } from '../world/post';
import { ApiError, invalid, notForYou, notFound } from './errors';
import { listOf, needs, onlyParameters, type ApiCall } from './access';
import type { TwitterKind } from './person';
import { twitter, type TwitterAccount } from './population';
import { postCalled, PostsAnswer, type Words } from './posts';

/** X gives no older ones. */
const reachable = 3_200;

const tokenOf = (id: string): string => `7140dibdnow9c7btw${Buffer.from(id).toString('hex')}`;

/** Posts before the one that a token names: what is published meanwhile moves nothing. */
function before({ query }: ApiCall): string | undefined {
  const token = query['pagination_token'];
  if (token === undefined) return undefined;
  const id = Buffer.from(/^7140dibdnow9c7btw([0-9a-f]+)$/.exec(token)?.[1] ?? '', 'hex').toString();
  if (!/^\d+$/.test(id))
    throw invalid('pagination_token', token, 'The `pagination_token` query parameter value is not valid');
  return id;
}

function sizeOf({ query }: ApiCall): number {
  const said = query['max_results'] ?? '10';
  const size = Number(said);
  if (!Number.isInteger(size) || size < 5 || size > 100)
    throw invalid('max_results', said, `The \`max_results\` query parameter value [${said}] is not between 5 and 100`);
  return size;
}

/** An account whose posts are told in newer words knows no others. */
function wordsFor({ query }: ApiCall, owner: TwitterAccount): Words {
  const isNewer = query['post.fields'] !== undefined;
  if (owner.person.newerWords && query['tweet.fields'] !== undefined)
    throw invalid(
      'tweet.fields',
      query['tweet.fields'],
      'The query parameter [tweet.fields] is not one of [id,max_results,pagination_token,post.fields]',
    );
  return isNewer || owner.person.newerWords ? 'newer' : 'older';
}

const both = ['tweet.fields', 'post.fields', 'media.fields', 'user.fields', 'expansions'];
const paging = ['max_results', 'exclude', 'pagination_token', 'since_id', 'until_id', 'start_time', 'end_time'];

/** `GET /2/users/:id/tweets`: the newest first. A page without posts has no `data`. */
export function timeline(call: ApiCall, userId: string): TwitterTimeline {
  needs(call, 'tweet.read', 'users.read');
  onlyParameters(call, [...both, ...paging]);
  if (!/^\d{1,19}$/.test(userId))
    throw invalid('id', userId, `The \`id\` query parameter value [${userId}] is not valid`);
  const owner = ownerOf(call, userId);
  const excluded = listOf(call, 'exclude', ['retweets', 'replies']);
  const kinds = new Set<TwitterKind>();
  if (excluded.has('retweets')) kinds.add('repost');
  if (excluded.has('replies')) kinds.add('reply');
  const size = sizeOf(call);
  const found = [...postsOf(call, owner, kinds, size + 1)];
  const posts = found.slice(0, size);
  const answer = new PostsAnswer(call, wordsFor(call, owner));
  const data = posts.flatMap((post) => answer.of(owner, post) ?? []);
  const last = posts.at(-1);
  return {
    ...(data.length > 0 && { data }),
    ...(answer.includes.length > 0 && { includes: { media: answer.includes } }),
    ...(answer.errors.length > 0 && { errors: answer.errors }),
    meta: {
      result_count: data.length,
      ...(posts[0] && last && { newest_id: posts[0].id, oldest_id: last.id }),
      ...(found.length > size && last && { next_token: tokenOf(last.id) }),
    },
  };
}

function ownerOf({ sandbox, account }: ApiCall, userId: string): TwitterAccount {
  const owner = [...sandbox.world.of(twitter).values()].find((each) => each.userId === userId);
  if (!owner || owner.person.standing) throw new ApiError(200, { errors: [notFound('user', userId, 'id')] });
  if (owner.person.isProtected && owner !== account)
    throw new ApiError(200, { errors: [notForYou('user', userId, 'id')] });
  return owner;
}

/** Within reach and asked for, newest first, at most so many. */
function* postsOf(
  call: ApiCall,
  { feed }: TwitterAccount,
  excluded: ReadonlySet<TwitterKind>,
  most: number,
): Generator<Post<TwitterKind>> {
  const { query, now } = call;
  const end = before(call) ?? query['until_id'];
  const count = feed.count(now);
  let left = most;
  for (let k = count - 1; k >= Math.max(0, count - reachable) && left > 0; k -= 1) {
    const post = feed.post(k);
    if (query['since_id'] !== undefined && BigInt(post.id) <= BigInt(query['since_id'])) return;
    if (query['start_time'] !== undefined && post.publishedAt < Date.parse(query['start_time'])) return;
    const isLater =
      (end !== undefined && BigInt(post.id) >= BigInt(end)) ||
      (query['end_time'] !== undefined && post.publishedAt >= Date.parse(query['end_time']));
    if (isLater || excluded.has(post.kind)) continue;
    left -= 1;
    yield post;
  }
}

/** `GET /2/tweets?ids=`: at most 100. What does not exist is in `errors`. */
export function lookup(call: ApiCall): TwitterPosts {
  needs(call, 'tweet.read', 'users.read');
  onlyParameters(call, ['ids', ...both]);
  const ids = (call.query['ids'] ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0 || ids.length > 100 || !ids.every((id) => /^\d{1,19}$/.test(id)))
    throw invalid('ids', call.query['ids'] ?? '', 'The `ids` query parameter has to have 1 to 100 ids');
  const answer = new PostsAnswer(call, wordsFor(call, call.account));
  const owners = [...call.sandbox.world.of(twitter).values()].filter(({ person }) => !person.standing);
  const data = ids.flatMap((id) => {
    for (const owner of [call.account, ...owners]) {
      const post = postCalled(id, owner, call.now);
      if (post !== undefined) return answer.of(owner, post) ?? [];
    }
    answer.errors.push(notFound('tweet', id, 'ids'));
    return [];
  });
  return {
    ...(data.length > 0 && { data }),
    ...(answer.includes.length > 0 && { includes: { media: answer.includes } }),
    ...(answer.errors.length > 0 && { errors: answer.errors }),
  };
}
