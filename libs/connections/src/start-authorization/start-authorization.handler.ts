import { createHash, randomBytes } from 'node:crypto';
import { CLOCK, CommandHandling, derivedId, newId, type Clock } from '@linkage/event-sourcing';
import { creatorContext, Installation, isSecure } from '@linkage/http';
import { PlatformRegistry, type PlatformConnector } from '@linkage/platforms';
import { SecretStore } from '@linkage/vault';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { attempt, attemptStream, startAuthorization } from '../attempt/attempt';
import { bindingCookie } from '../attempt/browser-binding.service';
import {
  hashed,
  KEPT_MS,
  keptUntil,
  lifeEnd,
  PENDING_AUTHORIZATION,
  pendingId,
  type PendingAuthorization,
} from '../attempt/pending-authorization.service';
import { DeclinedChoice } from './declined-choice.service';
import { CreatorOfLink } from '../invited-creator/creator-of-link.service';
import type { InvitedCreator } from '../invited-creator/invited-creators.projection';
import { accountNotFound } from '../social-account/social-account.errors';
import { StartAuthorization, type AuthorizationUnderWay } from './start-authorization.command';
import { StartLimits } from './start-limits.service';
import { findConnector } from './find-connector.service';

/** 256 bits. */
const random = (): string => randomBytes(32).toString('base64url');
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

interface Preparation {
  readonly attemptId: string;
  readonly creator: InvitedCreator;
  readonly connector: PlatformConnector;
  readonly reconnects: string | null;
  readonly anotherAccount: boolean;
}

@CommandHandler(StartAuthorization)
export class StartAuthorizationHandler implements ICommandHandler<StartAuthorization> {
  constructor(
    private readonly creators: CreatorOfLink,
    private readonly registry: PlatformRegistry,
    private readonly secrets: SecretStore,
    private readonly commands: CommandHandling,
    private readonly installation: Installation,
    private readonly limits: StartLimits,
    private readonly declined: DeclinedChoice,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ link, platform, request, idempotencyKey }: StartAuthorization): Promise<AuthorizationUnderWay> {
    const creator = await this.creators.find(link);
    const connector = findConnector(this.registry, platform);
    await this.limits.count(creator.invitationId);
    const attemptId =
      idempotencyKey === undefined ? newId() : derivedId(creator.invitationId, platform, idempotencyKey.value);
    const reconnects = await this.reconnects(request, creator, connector);
    const anotherAccount = request.insteadOf !== undefined;
    const { authorizeUrl, cookie } = await this.prepare({ attemptId, creator, connector, reconnects, anotherAccount });
    const { invitationId, workspaceId, creatorName, creatorEmail } = creator;
    await this.commands.handle({
      stream: attemptStream(attemptId),
      decider: attempt,
      context: creatorContext(workspaceId, invitationId),
      idempotencyKey,
      decide: (state) =>
        startAuthorization(
          {
            attemptId,
            invitationId,
            platform: connector.platform,
            creatorName,
            creatorEmail,
            ...(reconnects !== null && { reconnects }),
          },
          state,
        ),
    });
    return { attemptId, authorizeUrl, cookie };
  }

  /** The account that is to be connected again; of an attempt that is started over, the same as before. */
  private async reconnects(
    { reconnects, insteadOf }: StartAuthorization['request'],
    creator: InvitedCreator,
    { platform }: PlatformConnector,
  ): Promise<string | null> {
    if (insteadOf !== undefined) return this.declined.end(insteadOf, creator);
    if (reconnects === undefined) return null;
    const known = creator.accounts.some((account) => account.accountId === reconnects && account.platform === platform);
    if (!known) throw accountNotFound();
    return reconnects;
  }

  /** Remembers the state under its hash before it leaves the process. */
  private async prepare({
    attemptId,
    creator,
    connector,
    reconnects,
    anotherAccount,
  }: Preparation): Promise<{ authorizeUrl: string; cookie: string }> {
    const now = this.clock.now();
    const state = random();
    const binding = random();
    const codeVerifier = connector.usesPkce ? random() : null;
    const redirectUri = `${this.installation.publicUrl}/api/oauth/${connector.platform}/callback`;
    const pending: PendingAuthorization = {
      attemptId,
      workspaceId: creator.workspaceId,
      invitationId: creator.invitationId,
      linkVersion: creator.linkVersion,
      platform: connector.platform,
      codeVerifier,
      redirectUri,
      reconnects,
      binding: hashed(binding),
      expiresAt: lifeEnd(now).toISOString(),
      taken: false,
    };
    await this.secrets.put(PENDING_AUTHORIZATION, pendingId(state), pending, { expiresAt: keptUntil(now) });
    return {
      authorizeUrl: connector.authorizeUrl({
        state,
        redirectUri,
        anotherAccount,
        ...(codeVerifier && { codeChallenge: challengeOf(codeVerifier) }),
      }),
      cookie: bindingCookie(attemptId, binding, KEPT_MS / 1000, isSecure(this.installation)),
    };
  }
}
