import type { AccessGrant, OfferedAccount } from '../connector';
import type { ConnectorContext } from '../define-connector';
import { PlatformError } from '../errors';
import { urlOf, type PlatformRequest } from '../http';
import { isLoss, known } from '../loss';
import { accountsAnswer, userAnswer, type OfferedPage } from './facebook.answers';
import { cursorOf, parametersOf } from './facebook-paging';
import { facebookRules } from './facebook.errors';
import { followersOf, identityOf } from './facebook.mapper';
import { graphVersion, insightsScope, pagesScope } from './facebook.settings';

const pageSize = 100;
const mostPages = 10;
const fields =
  'id,name,username,access_token,tasks,link,picture.width(320).height(320){url,is_silhouette},followers_count,fan_count';

/** The Pages that a person gave access to, each with a token of its own. @throws not-eligible where there is none */
export async function offeredPages(
  context: ConnectorContext<'facebook'>,
  grant: AccessGrant,
): Promise<readonly OfferedAccount[]> {
  const offered: OfferedAccount[] = [];
  const loginId = await loginIdOf(context, grant);
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { data, paging } = await context.client.read(
      request(context, grant, '/me/accounts', { fields, limit: String(pageSize), ...parametersOf(cursor) }),
      facebookRules,
      accountsAnswer,
    );
    for (const item of data) {
      const account = item === undefined || isLoss(item) ? undefined : offeredOf(item, grant, loginId);
      if (account !== undefined) offered.push(account);
    }
    const next = cursorOf(paging);
    if (next === undefined || isLoss(next) || next === 'unreadable' || next === cursor) break;
    cursor = next;
  }
  const [first] = offered;
  if (first === undefined)
    throw new PlatformError({ outcome: 'not-eligible', reason: 'no-page' }, 'facebook: no Page that can be read');
  return [...new Map(offered.map((each) => [each.identity.platformAccountId, each])).values()];
}

/** Without an id or a token there is no way to read a Page. Facebook shows insights only to roles that may analyse. */
function offeredOf(page: OfferedPage, grant: AccessGrant, loginId: string | undefined): OfferedAccount | undefined {
  const id = known(page.id);
  const accessToken = known(page.access_token);
  if (id === undefined || accessToken === undefined) return undefined;
  const tasks = known(page.tasks);
  const mayAnalyse = tasks === undefined || tasks.length === 0 || tasks.includes('ANALYZE');
  return {
    identity: identityOf(id, page),
    followers: known(followersOf(page)) ?? null,
    grant: {
      accessToken,
      accessExpiresAt: null,
      refreshToken: grant.accessToken,
      refreshExpiresAt: grant.accessExpiresAt,
      issuedAt: grant.issuedAt,
      granted: grant.granted.filter((scope) => mayAnalyse || scope !== insightsScope),
      accountId: id,
      ...(loginId !== undefined && { loginId }),
    },
  };
}

/** Whose word it is when access is taken back on Facebook's side. Not worth failing for. */
async function loginIdOf(context: ConnectorContext<'facebook'>, grant: AccessGrant): Promise<string | undefined> {
  try {
    const { id } = await context.client.read(
      request(context, grant, '/me', { fields: 'id' }),
      facebookRules,
      userAnswer,
    );
    return known(id);
  } catch (error) {
    if (error instanceof PlatformError) return undefined;
    throw error;
  }
}

const request = (
  { hosts }: ConnectorContext<'facebook'>,
  { accessToken }: AccessGrant,
  path: string,
  parameters: Readonly<Record<string, string | undefined>>,
): PlatformRequest => ({
  method: 'GET',
  url: urlOf(hosts.graph, `/${graphVersion}${path}`, parameters),
  call: `GET ${path}`,
  needs: pagesScope,
  bearer: accessToken,
});
