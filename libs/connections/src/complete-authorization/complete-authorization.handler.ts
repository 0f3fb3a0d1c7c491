import { CLOCK, CommandHandling, FactLog, fold, ReadModels, type Clock } from '@linkage/event-sourcing';
import { creatorContext, Installation, isSecure } from '@linkage/http';
import { InvitationLinks, Locks, SecretStore } from '@linkage/vault';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { attempt, attemptLock, attemptStream, fail, offerChoice, succeed } from '../attempt/attempt';
import type { AttemptFact } from '../attempt/attempt.events';
import { isBound } from '../attempt/browser-binding.service';
import { PendingChoices } from '../attempt/pending-choices.service';
import { UnusedAccess } from '../attempt/unused-access.service';
import { PENDING_AUTHORIZATION, pendingId, type PendingAuthorization } from '../attempt/pending-authorization.service';
import { invitedCreators } from '../invited-creator/invited-creators.projection';
import { Authorization, type AuthorizationOutcome } from './authorization.service';
import { CompleteAuthorization } from './complete-authorization.command';

/**
 * The way back from a platform: proves that it belongs to an attempt of this browser, and sees to it that it counts
 * once.
 */
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
    private readonly choices: PendingChoices,
    private readonly unused: UnusedAccess,
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
    if (!(await this.take(id))) {
      // The process stopped between the two: what was offered is there.
      const open = await this.choices.get(pending.attemptId);
      return open === undefined ? { failed: { reason: 'already-used', step: 3 } } : { offered: open.offered };
    }
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
    { attemptId, workspaceId, invitationId, platform, reconnects }: PendingAuthorization,
    outcome: AuthorizationOutcome,
  ): Promise<void> {
    const context = creatorContext(workspaceId, invitationId);
    const choice =
      'offered' in outcome
        ? await this.choices.offer({
            attemptId,
            workspaceId,
            invitationId,
            platform,
            offered: outcome.offered,
            reconnects,
          })
        : undefined;
    await this.commands.handle({
      stream: attemptStream(attemptId),
      decider: attempt,
      context: 'connected' in outcome ? { ...context, causationId: outcome.connected.factId } : context,
      decide: (state) => {
        if ('connected' in outcome) return succeed(outcome.connected, state);
        if ('failed' in outcome) return fail(outcome.failed, state);
        return offerChoice({ offered: outcome.offered.length, until: choice?.until ?? '' }, state);
      },
    });
    if ('failed' in outcome && outcome.unused !== undefined)
      await this.unused.giveBackAtOnce({ attemptId, platform, offered: outcome.unused }, context);
  }
}
