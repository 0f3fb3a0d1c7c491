import { FactLog, type FactContext } from '@linkage/event-sourcing';
import type { AttemptFact, IngestionFact, SocialAccountConnected } from '@linkage/published-facts';
import { v7 } from 'uuid';
import type { Browser } from './browser';
import type { ServerUnderTest } from './server-under-test';

export interface Creator {
  readonly invitationId: string;
  /** The secret part of the microsite's address. */
  readonly link: string;
  readonly accountId: string;
  readonly attemptId: string;
  /** The fact that the account was connected. */
  readonly factId: string;
}

/**
 * A creator of this member who has connected an Instagram account: invited over HTTP, connected by facts as the
 * connections context writes them.
 */
export async function connectedCreator(linkage: ServerUnderTest, member: Browser, name: string): Promise<Creator> {
  const { body } = await member.post('/api/invitations', { name, email: `${name.toLowerCase()}@example.com` });
  const { invitationId, position } = body;
  const { url } = (await member.get(`/api/invitations/${invitationId}/link`, { 'X-Linkage-Position': position })).body;
  const { workspace } = (await member.get('/api/session')).body;
  const [accountId, attemptId] = [v7(), v7()];
  const context: FactContext = {
    workspaceId: workspace.workspaceId,
    actor: { kind: 'creator', id: invitationId },
    correlationId: v7(),
    causationId: null,
  };
  const log = linkage.server.app.get(FactLog);
  const creator = { creatorName: name, creatorEmail: `${name.toLowerCase()}@example.com` };
  const of = { invitationId, platform: 'instagram' } as const;
  const identity = { platformAccountId: v7(), username: name.toLowerCase(), displayName: name, avatarUrl: null };

  await log.append<AttemptFact>({
    stream: `attempt-${attemptId}`,
    expected: 'no-stream',
    context,
    facts: [
      { type: 'AuthorizationStarted', data: { ...of, ...creator, attemptId } },
      { type: 'AuthorizationSucceeded', data: { ...of, attemptId, accountId } },
    ],
  });
  const connected = await log.append<SocialAccountConnected>({
    stream: `account-${v7()}`,
    expected: 'no-stream',
    context,
    facts: [{ type: 'SocialAccountConnected', data: { ...of, ...creator, ...identity, accountId, granted: [] } }],
  });
  const figures = await log.append<IngestionFact>({
    stream: `figures-${accountId}`,
    expected: 'no-stream',
    context,
    facts: [
      {
        type: 'ProfileCaptured',
        data: {
          ...of,
          accountId,
          refreshId: v7(),
          profile: {
            ...identity,
            profileUrl: null,
            email: { is: 'not-offered' },
            figures: { followers: { is: 'value', value: 41_700 } },
          },
        },
      },
    ],
  });
  const seen = await member.get('/api/accounts', { 'X-Linkage-Position': figures.position });
  if (!JSON.stringify(seen.body).includes(accountId)) throw new Error(`the account is not in the list: ${seen.text}`);
  return {
    invitationId,
    accountId,
    attemptId,
    factId: connected.facts[0]?.id ?? '',
    link: String(url).split('/connect/')[1] ?? '',
  };
}
