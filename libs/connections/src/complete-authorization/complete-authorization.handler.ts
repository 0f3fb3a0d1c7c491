import { CLOCK, CommandHandling, FactLog, fold, ReadModels, type Clock } from '@linkage/event-sourcing';
import { creatorContext, Installation, isSecure } from '@linkage/http';
import { InvitationLinks, Locks, SecretStore } from '@linkage/vault';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { attempt, attemptLock, attemptStream, fail, succeed } from '../attempt/attempt';
import type { AttemptFact } from '../attempt/attempt.events';
import { isBound } from '../attempt/browser-binding.service';
import { PENDING_AUTHORIZATION, pendingId, type PendingAuthorization } from '../attempt/pending-authorization.service';
import { invitedCreators } from '../invited-creator/invited-creators.projection';
import { Authorization, type AuthorizationOutcome } from './authorization.service';
import { CompleteAuthorization } from './complete-authorization.command';

/** The way back from a platform: proves that it belongs to an attempt of this browser, and sees to it that it counts once. */
@CommandHandler(CompleteAuthorization)
export class CompleteAuthorizationHandler implements ICommandHandler<CompleteAuthorization> {
  constructor(
    private readonly secrets: SecretStore,
    private readonly locks: Locks,
    private readonly log: FactLog,
    private readonly commands: CommandHandling,
    private readonly readModels: ReadModels,
    private readonly links: InvitationLinks,
    private readonly installation: Installation,
    private readonly authorization: Authorization,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ platform, query, cookies }: CompleteAuthorization): Promise<string> {
    const id = pendingId(query['state'] ?? '');
    const pending = await this.secrets.get<PendingAuthorization>(PENDING_AUTHORIZATION, id, this.clock.now());
    if (pending === undefined || pending.platform !== platform) return this.nowhere('unknown-authorization');
    const ours = isBound(cookies, pending.attemptId, pending.binding, isSecure(this.installation));
    await this.locks.withLock(attemptLock(pending.attemptId), async () => {
      if (await this.hasOutcome(pending.attemptId)) return;
      const outcome: AuthorizationOutcome = ours
        ? await this.outcomeOf(pending, id, query)
        : { failed: { reason: 'other-browser', step: 3 } };
      await this.record(pending, outcome);
    });
    // The link lets its holder act for the creator, so only the browser that started from it is sent back there.
    if (!ours) return this.nowhere('other-browser');
    return `${this.installation.publicUrl}/connect/${await this.links.make(pending.invitationId, pending.linkVersion)}?attempt=${pending.attemptId}`;
  }

  /** The microsite's page for a link that does not work, with the reason for which it was opened. */
  private nowhere(problem: string): string {
    return `${this.installation.publicUrl}/connect/unknown?problem=${problem}`;
  }

  /** A repeated callback adds nothing: it leads to the page of the outcome that there is. */
  private async hasOutcome(attemptId: string): Promise<boolean> {
    const state = fold(attempt, await this.log.readStream<AttemptFact>(attemptStream(attemptId)));
    return state === null || state.result === 'succeeded' || state.result === 'failed';
  }

  private async outcomeOf(
    pending: PendingAuthorization,
    id: string,
    query: CompleteAuthorization['query'],
  ): Promise<AuthorizationOutcome> {
    if (!(await this.take(id))) return { failed: { reason: 'already-used', step: 3 } };
    if (pending.expiresAt <= this.clock.now().toISOString()) return { failed: { reason: 'expired', step: 3 } };
    const creator = await this.readModels.get(invitedCreators, pending.invitationId);
    if (creator === undefined || creator.withdrawn || creator.linkVersion !== pending.linkVersion) {
      return { failed: { reason: 'invitation-withdrawn', step: 3 } };
    }
    return this.authorization.finish(pending, creator, query);
  }

  /** Whether this call is the first; the verifier is forgotten with it. */
  private async take(id: string): Promise<boolean> {
    let first = false;
    await this.secrets.update<PendingAuthorization>(PENDING_AUTHORIZATION, id, this.clock.now(), (current) => {
      first = current !== undefined && !current.taken;
      return first && current ? { ...current, taken: true, codeVerifier: null } : undefined;
    });
    return first;
  }

  private async record(
    { attemptId, workspaceId, invitationId }: PendingAuthorization,
    outcome: AuthorizationOutcome,
  ): Promise<void> {
    const context = creatorContext(workspaceId, invitationId);
    await this.commands.handle({
      stream: attemptStream(attemptId),
      decider: attempt,
      context: 'connected' in outcome ? { ...context, causationId: outcome.connected.factId } : context,
      decide: (state) => ('connected' in outcome ? succeed(outcome.connected, state) : fail(outcome.failed, state)),
    });
  }
}
