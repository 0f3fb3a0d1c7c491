import { newId } from '@linkage/event-sourcing';
import { creatorContext } from '@linkage/http';
import {
  PlatformError,
  PlatformRegistry,
  type AccessGrant,
  type OfferedAccount,
  type PlatformConnector,
} from '@linkage/platforms';
import { Injectable, Logger } from '@nestjs/common';
import type { Failure, Step } from '../attempt/attempt';
import { missingPermissions } from '../attempt/missing-permissions';
import type { PendingAuthorization } from '../attempt/pending-authorization.service';
import type { InvitedCreator } from '../invited-creator/invited-creators.projection';
import { AccountConnection, type ConnectedAccount } from '../social-account/account-connection.service';
import { AccountLimit } from '../social-account/account-limit.service';
import { AccountStandings, needsSeat } from '../social-account/account-standings.service';
import { accountFailure } from '../attempt/account-failure';
import type { CompleteAuthorization } from './complete-authorization.command';
import { platformFailure } from './platform-failure';

export type AuthorizationOutcome =
  | { readonly connected: ConnectedAccount & { readonly missing: readonly string[] } }
  /** `unused`: what the creator gave access to, and what is not kept. */
  | { readonly failed: Failure; readonly unused?: readonly OfferedAccount[] }
  /** The creator says which of these are meant, or that the only one is. */
  | { readonly offered: readonly OfferedAccount[] };

/** Not the message: it could quote what was sent. Where it happened is enough to find the fault. */
const whereOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
};

/** What OAuth has a platform say that cannot decide at the moment (RFC 6749, 4.1.2.1). */
const passing: readonly string[] = ['server_error', 'temporarily_unavailable'];

const failed = (failure: Failure): AuthorizationOutcome => ({ failed: failure });

/**
 * From what the platform sent back to an account, or to the reason why there is none. A grant that is refused before it
 * is known whose log-in it is is forgotten but not revoked: on some platforms that would end the creator's other
 * connections, too.
 */
@Injectable()
export class Authorization {
  private readonly logger = new Logger('connections');

  constructor(
    private readonly registry: PlatformRegistry,
    private readonly accounts: AccountConnection,
    private readonly standings: AccountStandings,
    private readonly limit: AccountLimit,
  ) {}

  /** Never rejects for what a platform or a creator did. */
  async finish(
    pending: PendingAuthorization,
    creator: InvitedCreator,
    query: CompleteAuthorization['query'],
  ): Promise<AuthorizationOutcome> {
    let step: Step = 2;
    try {
      const connector = this.registry.find(pending.platform);
      const answer = connector?.readCallback(query);
      if (connector === undefined || answer === undefined) return failed({ reason: 'platform-refused', step });
      if ('refused' in answer)
        return failed({ reason: passing.includes(answer.refused) ? 'platform-down' : 'platform-refused', step });
      if ('denied' in answer) return failed({ reason: 'consent-denied', step });
      step = 3;
      const { redirectUri, codeVerifier } = pending;
      const grant = await connector.exchangeCode({
        code: answer.code,
        redirectUri,
        ...(codeVerifier !== null && { codeVerifier }),
      });
      step = 4;
      return await this.connect(connector, creator, grant, pending);
    } catch (error) {
      return failed(this.failureOf(error, step));
    }
  }

  private async connect(
    connector: PlatformConnector,
    creator: InvitedCreator,
    grant: AccessGrant,
    pending: PendingAuthorization,
  ): Promise<AuthorizationOutcome> {
    const missing = missingPermissions(connector.permissions, grant.granted);
    if (missing.required.length > 0)
      return failed({ reason: 'permission-unticked', step: 4, missing: [...missing.required, ...missing.optional] });
    const offered = await offeredBy(connector, grant);
    const [only] = offered;
    if (only === undefined || offered.length > 1 || (await this.isAsked(pending, only))) {
      if (await this.isHopeless(pending, offered))
        return { failed: { reason: 'staging-limit-reached', step: 4 }, unused: offered };
      return { offered };
    }
    return this.take(connector, creator, only, pending.attemptId);
  }

  /**
   * An account is confirmed before it is saved. One of this creator that is connected again was confirmed before, so it
   * is not asked about, unless another one was to be reconnected; one that another invitation has cannot be connected
   * anyway.
   */
  private async isAsked(pending: PendingAuthorization, { identity }: OfferedAccount): Promise<boolean> {
    const standing = await this.standings.of(pending, pending.platform, identity.platformAccountId);
    if (standing.is !== 'yours') return standing.is === 'new';
    return pending.reconnects !== null && pending.reconnects !== standing.accountId;
  }

  /**
   * Not one of them could be connected, since each takes a seat and none is left: no creator is asked for a yes that
   * comes to nothing.
   */
  private async isHopeless(pending: PendingAuthorization, offered: readonly OfferedAccount[]): Promise<boolean> {
    const standings = await Promise.all(
      offered.map(({ identity }) => this.standings.of(pending, pending.platform, identity.platformAccountId)),
    );
    const choosable = standings.filter(({ is }) => is !== 'taken');
    return (
      choosable.length > 0 && choosable.every(needsSeat) && (await this.limit.seatsLeft(pending.workspaceId)) === 0
    );
  }

  private async take(
    { platform, permissions }: PlatformConnector,
    { workspaceId, invitationId, creatorName, creatorEmail }: InvitedCreator,
    { identity, grant }: OfferedAccount,
    attemptId: string,
  ): Promise<AuthorizationOutcome> {
    const { granted } = grant;
    const consented = { attemptId, invitationId, platform, identity, granted, creatorName, creatorEmail };
    try {
      const connected = await this.accounts.connect(consented, grant, creatorContext(workspaceId, invitationId));
      return { connected: { ...connected, missing: missingPermissions(permissions, granted).optional } };
    } catch (error) {
      return failed(accountFailure(error, identity.username));
    }
  }

  private failureOf(error: unknown, step: Step): Failure {
    if (error instanceof PlatformError) return platformFailure(error.trouble, step);
    const report = newId();
    this.logger.error({ msg: 'connecting an account failed', report, where: whereOf(error) });
    return { reason: 'unexpected', step, report };
  }
}

/** What a consent gives access to; on most platforms one account. */
const offeredBy = async (connector: PlatformConnector, grant: AccessGrant): Promise<readonly OfferedAccount[]> =>
  connector.accounts?.(grant) ?? [{ identity: await connector.identify(grant), followers: null, grant }];
