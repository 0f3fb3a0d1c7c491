import {
  CommandHandling,
  derivedId,
  DomainError,
  FactLog,
  type FactContext,
  type Position,
  type Recorded,
} from '@linkage/event-sourcing';
import { Locks } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import type { BulkActionStarted, PassedOver } from '../bulk-action/bulk-action.events';
import { doneKey, undoneKey } from '../bulk-action/bulk-address';
import { expectInvitation } from '../invitation/expect-invitation';
import { invitation } from '../invitation/invitation';
import type { InvitationFact, LostAccount } from '../invitation/invitation.events';
import { InvitationFinder } from '../invitation/invitation-finder.service';
import { LostAccounts } from '../invitation/lost-accounts.service';
import { MailAllowance } from '../invitation/mail-allowance.service';
import { isMailAsking, mailingLock } from '../invitation/mail-asking';
import { withdrawInvitation } from '../withdraw-invitation/withdraw-invitation';
import { mailThatFits } from './mail-that-fits';
import { undoOfOne } from './undo-of-one';

/** What a batch came to. `position`: of its newest fact. */
export interface BatchOutcome {
  readonly count: number;
  readonly passedOver: readonly PassedOver[];
  readonly position: Position | null;
}

/** null: there was nothing to do, and that is no news. */
type OfOne = { readonly position: Position | null } | { readonly reason: string } | null;
type Started = Recorded<BulkActionStarted>;

/**
 * Does to each invitation of a batch what was asked for, or takes it back: each decides for itself, and is told apart
 * when the batch is begun again.
 */
@Injectable()
export class BulkRows {
  constructor(
    private readonly log: FactLog,
    private readonly commands: CommandHandling,
    private readonly invitations: InvitationFinder,
    private readonly accounts: LostAccounts,
    private readonly mails: MailAllowance,
    private readonly locks: Locks,
  ) {}

  async work(started: Started, ids: readonly string[], context: FactContext): Promise<BatchOutcome> {
    const lost = started.data.action === 'resend' ? await this.accounts.ofMany(ids) : new Map<string, LostAccount[]>();
    return this.inBatch(ids, (id) => this.workOn(started, id, lost.get(id) ?? [], context));
  }

  undo(started: Started, ids: readonly string[], context: FactContext): Promise<BatchOutcome> {
    return this.inBatch(ids, (id) => this.undoOf(started, id, context));
  }

  private async workOn(
    { data, workspaceId }: Started,
    invitationId: string,
    lost: readonly LostAccount[],
    context: FactContext,
  ): Promise<OfOne> {
    const { stream } = await this.invitations.find(workspaceId, invitationId);
    const { action, bulkId, message, template } = data;
    const command = { stream, decider: invitation, context, idempotencyKey: { value: doneKey(bulkId) } };
    const { facts, position } =
      action === 'withdraw'
        ? await this.commands.handle({
            ...command,
            decide: (state) => withdrawInvitation(undefined, expectInvitation(invitationId, state)),
          })
        : await this.mails.within({ workspaceId, mustConfirmEmail: false }, { stream, kind: 'again' }, (refusal) =>
            this.commands.handle({
              ...command,
              decide: (state, now) =>
                mailThatFits(lost, expectInvitation(invitationId, state), now, refusal, {
                  ...(message && { message }),
                  ...(template && { template }),
                }),
            }),
          );
    return facts.length === 0 ? { reason: 'invitation-withdrawn' } : { position };
  }

  /** Under the lock that mails are sent under: what is taken back was not sent. */
  private async undoOf({ data, workspaceId }: Started, invitationId: string, context: FactContext): Promise<OfOne> {
    const { stream } = await this.invitations.find(workspaceId, invitationId);
    const doneId = derivedId(workspaceId, doneKey(data.bulkId), stream, 0);
    return this.locks.withLock(mailingLock(stream), async (lost) => {
      const facts: readonly Recorded<InvitationFact>[] = await this.log.readStream<InvitationFact>(stream);
      const done = facts.find(({ id }) => id === doneId);
      if (done === undefined) return null;
      lost.throwIfAborted();
      const { facts: undone, position } = await this.commands.handle({
        stream,
        decider: invitation,
        context,
        idempotencyKey: { value: undoneKey(data.bulkId) },
        decide: (state) => undoOfOne(done, facts, expectInvitation(invitationId, state)),
      });
      if (isMailAsking(done)) this.mails.takenBack(done.position);
      return undone.length === 0 ? { reason: 'conflict' } : { position };
    });
  }

  private async inBatch(ids: readonly string[], work: (id: string) => Promise<OfOne>): Promise<BatchOutcome> {
    const settled = await Promise.allSettled(ids.map((id) => this.orRefused(work(id))));
    const outcomes = settled.map((one) => {
      if (one.status === 'rejected') throw one.reason;
      return one.value;
    });
    const positions = outcomes
      .flatMap((one) => (one !== null && 'position' in one && one.position !== null ? [one.position] : []))
      .sort((one, other) => this.log.port.compare(one, other));
    return {
      count: outcomes.filter((one) => one !== null && 'position' in one).length,
      passedOver: outcomes.flatMap((one, index) =>
        one !== null && 'reason' in one ? [{ invitationId: ids[index] ?? '', reason: one.reason }] : [],
      ),
      position: positions.at(-1) ?? null,
    };
  }

  /** A refusal is an outcome; anything else is tried again. */
  private async orRefused(work: Promise<OfOne>): Promise<OfOne> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof DomainError) return { reason: error.code };
      throw error;
    }
  }
}
