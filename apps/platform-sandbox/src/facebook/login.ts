import type { FacebookList, FacebookPage, FacebookPermissions, FacebookUser } from '@linkage/platforms/wire';
import { managedBy, tokenPrefix } from './access';
import type { GraphCall } from './call';
import { needsUserToken } from './errors';
import { readFields, select } from './fields';
import { linked, windowIn } from './list';
import { pageNode } from './page';
import type { FacebookAccount } from './population';

/** `GET /me` with the token of a person. */
export function user({ login, token, query }: GraphCall): Partial<FacebookUser> {
  const { person, userId } = login;
  const mayEmail = token.scopes.includes('email') && !person.withoutEmail;
  const all: Record<keyof FacebookUser, string | undefined> = {
    id: userId,
    name: person.name,
    email: mayEmail ? person.email : undefined,
  };
  return { ...select(all, readFields(query['fields'] ?? 'id,name')), id: userId } as Partial<FacebookUser>;
}

/** `GET /me/permissions`: also what was declined. */
export const permissions = ({ token }: GraphCall, asked: readonly string[]): FacebookPermissions => ({
  data: ['public_profile', ...asked].map((permission) => ({
    permission,
    status: permission === 'public_profile' || token.scopes.includes(permission) ? 'granted' : 'declined',
  })),
});

/** `GET /me/accounts`: the Pages that were chosen, each with a token that does not run out. */
export function accounts(call: GraphCall): FacebookList<Partial<FacebookPage>> {
  if (call.token.account !== undefined) throw needsUserToken();
  const mayList = call.token.scopes.includes('pages_show_list');
  const all = managedBy(call.sandbox, call.login).filter(
    ({ pageId }) => mayList && (call.token.chosen ?? []).includes(pageId),
  );
  const { from, limit } = windowIn(call.query, all.length);
  const fields = readFields(call.query['fields'] ?? 'access_token,category,name,id,tasks');
  const data = all.slice(from, from + limit).map((page) => ({
    ...pageNode(call, page, fields, {
      access_token: pageToken(call, page),
      tasks: call.login.person.tasks ?? everything,
    }),
    id: page.pageId,
  }));
  return linked(call, '/me/accounts', data, from, all.length);
}

const everything = ['MODERATE', 'MESSAGING', 'ANALYZE', 'ADVERTISE', 'CREATE_CONTENT', 'MANAGE'] as const;

const pageToken = ({ sandbox, token, now }: GraphCall, { pageId }: FacebookAccount): string =>
  sandbox.tokens.seal(tokenPrefix, {
    ...token,
    kind: 'access',
    account: pageId,
    issuedAt: now,
    expiresAt: token.kind === 'long' ? null : token.expiresAt,
  });
