import { DomainError, newId } from '@linkage/event-sourcing';
import { creatorContext } from '@linkage/http';
import { PlatformError, PlatformRegistry, type AccessGrant, type PlatformConnector } from '@linkage/platforms';
import { Injectable, Logger } from '@nestjs/common';
import type { Failure, Step } from '../attempt/attempt';
import { missingPermissions } from '../attempt/missing-permissions';
import type { PendingAuthorization } from '../attempt/pending-authorization.service';
import type { InvitedCreator } from '../invited-creator/invited-creators.projection';
import { AccountConnection, type ConnectedAccount } from './account-connection.service';
import type { CompleteAuthorization } from './complete-authorization.command';
import { platformFailure } from './platform-failure';

export type AuthorizationOutcome =
  { readonly connected: ConnectedAccount & { readonly missing: readonly string[] } } | { readonly failed: Failure };

/** Not the message: it could quote what was sent. Where it happened is enough to find the fault. */
const whereOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
};

const failed = (failure: Failure): AuthorizationOutcome => ({ failed: failure });

/**
 * From what the platform sent back to an account, or to the reason why there is none. A refused grant is forgotten but not revoked:
 * on some platforms that would end the creator's other connections, too.
 */
@Injectable()
export class Authorization {
  private readonly logger = new Logger('connections');

  constructor(
    private readonly registry: PlatformRegistry,
    private readonly accounts: AccountConnection,
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
      if (connector === undefined || answer === undefined || 'refused' in answer)
        return failed({ reason: 'platform-refused', step });
      if ('denied' in answer) return failed({ reason: 'consent-denied', step });
      step = 3;
      const { redirectUri, codeVerifier } = pending;
      const grant = await connector.exchangeCode({
        code: answer.code,
        redirectUri,
        ...(codeVerifier !== null && { codeVerifier }),
      });
      step = 4;
      return await this.connect(connector, creator, grant, pending.attemptId);
    } catch (error) {
      return failed(this.failureOf(error, step));
    }
  }

  private async connect(
    connector: PlatformConnector,
    creator: InvitedCreator,
    grant: AccessGrant,
    attemptId: string,
  ): Promise<AuthorizationOutcome> {
    const missing = missingPermissions(connector.permissions, grant.granted);
    if (missing.required.length > 0)
      return failed({ reason: 'permission-unticked', step: 4, missing: missing.required });
    const identity = await connector.identify(grant);
    const { workspaceId, invitationId, creatorName, creatorEmail } = creator;
    const consented = {
      attemptId,
      invitationId,
      platform: connector.platform,
      identity,
      granted: grant.granted,
      creatorName,
      creatorEmail,
    };
    try {
      const connected = await this.accounts.connect(consented, grant, creatorContext(workspaceId, invitationId));
      return { connected: { ...connected, missing: missing.optional } };
    } catch (error) {
      if (!(error instanceof DomainError) || error.details['reason'] !== 'account-linked-elsewhere') throw error;
      const otherInvitationId = String(error.details['otherInvitationId']);
      return failed({
        reason: 'account-linked-elsewhere',
        step: 4,
        otherAccount: identity.username,
        otherInvitationId,
      });
    }
  }

  private failureOf(error: unknown, step: Step): Failure {
    if (error instanceof PlatformError) return platformFailure(error.trouble, step);
    const report = newId();
    this.logger.error({ msg: 'connecting an account failed', report, where: whereOf(error) });
    return { reason: 'unexpected', step, report };
  }
}
