import {
  CommandHandling,
  Erasures,
  type FactContext,
  FactLog,
  fold,
  ReadModels,
  ReadStoreUnavailable,
  type LeavingNotes,
  type LeavingPerson,
  type LeavingStep,
} from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { invitation } from '../invitation/invitation';
import { invitationDirectory } from '../invitation/invitation-directory.projection';
import type { InvitationFact } from '../invitation/invitation.events';
import { withdrawForErasure } from './withdraw-for-erasure';

/** A process that folds slowly is waited for. */
const PATIENCE_MS = 30_000;

/** The invitation of a creator who is erased is withdrawn: its link works no more, and no mail goes out. */
@Injectable()
export class InvitationLeaving implements LeavingStep {
  readonly name = 'invitations';
  readonly rank = 2;

  constructor(
    erasures: Erasures,
    private readonly readModels: ReadModels,
    private readonly log: FactLog,
    private readonly commands: CommandHandling,
  ) {
    erasures.add(this);
  }

  async foretell(person: LeavingPerson): Promise<readonly string[]> {
    const stream = await this.streamOf(person);
    if (stream === undefined) return [];
    const state = fold(invitation, await this.log.readStream<InvitationFact>(stream));
    return withdrawForErasure(person.subject, state).length === 0
      ? []
      : ['The invitation is withdrawn, and its link does not work any more.'];
  }

  async leave(person: LeavingPerson, context: FactContext): Promise<LeavingNotes> {
    const stream = await this.streamOf(person);
    if (stream === undefined) return { done: [], remains: [] };
    const { facts } = await this.commands.handle({
      stream,
      decider: invitation,
      context,
      decide: (state) => withdrawForErasure(person.subject, state),
    });
    return { done: facts.length === 0 ? [] : ['The invitation was withdrawn.'], remains: [] };
  }

  private async streamOf({ kind, subject }: LeavingPerson): Promise<string | undefined> {
    if (kind !== 'creator') return undefined;
    const head = await this.log.head();
    if (head !== null && !(await this.readModels.reached(invitationDirectory, head, PATIENCE_MS)))
      throw new ReadStoreUnavailable('It is not known yet where the invitation is kept. Ask again in a moment.');
    return (await this.readModels.get(invitationDirectory, subject))?.stream;
  }
}
