import { Consumers, type ContextParts } from '@linkage/event-sourcing';
import { invitationFacts } from '@linkage/published-facts';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CopyLinkController } from './copy-link/copy-link.controller';
import { CopyLinkHandler } from './copy-link/copy-link.query';
import { EmailInvitation } from './email-invitation/email-invitation.reactor';
import { invitationDirectory } from './invitation/invitation-directory.projection';
import { InvitationLeaving } from './erase-creator/invitation-leaving.handler';
import { MailAllowance } from './invitation/mail-allowance.reader';
import { mailAskings } from './invitation/mail-askings.projection';
import { InvitationFinder } from './invitation/invitation-finder.service';
import { IssueInvitationController } from './issue-invitation/issue-invitation.controller';
import { IssueInvitationHandler } from './issue-invitation/issue-invitation.handler';
import { invitationList } from './list-invitations/invitation-list.projection';
import { ListInvitationsController } from './list-invitations/list-invitations.controller';
import { ListInvitationsHandler } from './list-invitations/list-invitations.query';
import { ResendInvitationController } from './resend-invitation/resend-invitation.controller';
import { ResendInvitationHandler } from './resend-invitation/resend-invitation.handler';
import { UndoWithdrawalController } from './undo-withdrawal/undo-withdrawal.controller';
import { UndoWithdrawalHandler } from './undo-withdrawal/undo-withdrawal.handler';
import { WithdrawInvitationController } from './withdraw-invitation/withdraw-invitation.controller';
import { WithdrawInvitationHandler } from './withdraw-invitation/withdraw-invitation.handler';

const commandSlices = [
  IssueInvitationHandler,
  ResendInvitationHandler,
  WithdrawInvitationHandler,
  UndoWithdrawalHandler,
  InvitationLeaving,
];
const readSlices = [InvitationFinder, MailAllowance, ListInvitationsHandler, CopyLinkHandler];
const reactions = [EmailInvitation];

@Module({
  imports: [CqrsModule],
  controllers: [
    IssueInvitationController,
    ResendInvitationController,
    WithdrawInvitationController,
    UndoWithdrawalController,
    ListInvitationsController,
    CopyLinkController,
  ],
  providers: [...commandSlices, ...readSlices, ...reactions],
})
export class InvitationsModule {
  /** What it says and shows; without the reactions, which only the application has. */
  static readonly parts: ContextParts = {
    facts: invitationFacts,
    projections: [invitationList, invitationDirectory, mailAskings],
  };
  /** Names of its reactions, for who asks the log about them. */
  static readonly reactionNames: readonly string[] = ['email-invitation'];

  constructor(consumers: Consumers, emailInvitation: EmailInvitation) {
    consumers.add({ ...InvitationsModule.parts, reactors: [emailInvitation] });
  }
}
