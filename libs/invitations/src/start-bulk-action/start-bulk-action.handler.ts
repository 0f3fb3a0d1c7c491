import type { BulkActionAccepted } from '@linkage/contracts';
import { CommandHandling, FactLog, fold } from '@linkage/event-sourcing';
import { Installation } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { bulkAction } from '../bulk-action/bulk-action';
import type { BulkActionFact } from '../bulk-action/bulk-action.events';
import { bulkStream } from '../bulk-action/bulk-address';
import { ChosenInvitations } from '../bulk-action/chosen-invitations.service';
import { MessageTemplates } from '../message-template/message-templates.service';
import { SelectedInvitations } from '../list-invitations/selected-invitations.service';
import { StartBulkAction } from './start-bulk-action.command';
import { startBulkAction } from './start-bulk-action';

@CommandHandler(StartBulkAction)
export class StartBulkActionHandler implements ICommandHandler<StartBulkAction> {
  constructor(
    private readonly log: FactLog,
    private readonly commands: CommandHandling,
    private readonly selected: SelectedInvitations,
    private readonly chosen: ChosenInvitations,
    private readonly messages: MessageTemplates,
    private readonly installation: Installation,
  ) {}

  async execute({ asked, mustConfirmEmail, context }: StartBulkAction): Promise<BulkActionAccepted> {
    const { bulkId, memberId, action, invitationIds, matching, message } = asked;
    const address = { workspaceId: context.workspaceId, bulkId };
    const stream = bulkStream(address);
    const before = fold(bulkAction, await this.log.readStream<BulkActionFact>(stream));
    const isNew = before.status === 'none';
    const ids = !isNew
      ? []
      : matching === undefined
        ? [...new Set(invitationIds)]
        : await this.selected.matching(context.workspaceId, matching);
    const refusal = mustConfirmEmail ? 'email-not-confirmed' : this.installation.sendsMail ? null : 'no-mail-server';
    const chosen = await this.messages.choose(context.workspaceId, message);
    // Before the fact: what is promised by it can be done, whatever happens next.
    if (isNew) await this.chosen.put(address, ids);
    const { state, position } = await this.commands.handle({
      stream,
      decider: bulkAction,
      context,
      decide: (state) => startBulkAction({ bulkId, memberId, action, rows: ids.length, chosen }, refusal, state),
    });
    return { rows: state.rows, position: position ?? '' };
  }
}
