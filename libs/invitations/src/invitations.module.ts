import { Consumers, type ContextParts } from '@linkage/event-sourcing';
import {
  bulkActionFacts,
  erasureFacts,
  invitationFacts,
  invitationImportFacts,
  messageTemplateFacts,
} from '@linkage/published-facts';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AskAfterLoss } from './ask-to-reconnect/ask-after-loss.reactor';
import { AskToReconnectController } from './ask-to-reconnect/ask-to-reconnect.controller';
import { AskToReconnectHandler } from './ask-to-reconnect/ask-to-reconnect.handler';
import { ChosenInvitations } from './bulk-action/chosen-invitations.service';
import { CopyLinksController } from './copy-links/copy-links.controller';
import { CopyLinksHandler } from './copy-links/copy-links.query';
import { bulkActions } from './show-bulk-actions/bulk-actions.projection';
import { ShowBulkActionsController } from './show-bulk-actions/show-bulk-actions.controller';
import { ListBulkActionsHandler, ShowPassedOverHandler } from './show-bulk-actions/show-bulk-actions.query';
import { SelectedInvitations } from './list-invitations/selected-invitations.service';
import { StartBulkActionController } from './start-bulk-action/start-bulk-action.controller';
import { StartBulkActionHandler } from './start-bulk-action/start-bulk-action.handler';
import { UndoBulkActionController } from './undo-bulk-action/undo-bulk-action.controller';
import { UndoBulkActionHandler } from './undo-bulk-action/undo-bulk-action.handler';
import { ExportInvitationsController } from './export-invitations/export-invitations.controller';
import { ExportInvitationsHandler } from './export-invitations/export-invitations.query';
import { BulkRows } from './work-through-bulk/bulk-rows.service';
import { WorkThroughBulk } from './work-through-bulk/work-through-bulk.reactor';
import { CopyLinkController } from './copy-link/copy-link.controller';
import { CopyLinkHandler } from './copy-link/copy-link.query';
import { EmailInvitation } from './email-invitation/email-invitation.reactor';
import { MailDelivery } from './email-invitation/mail-delivery.service';
import { MailMessages } from './email-invitation/mail-messages.service';
import { invitationDirectory } from './invitation/invitation-directory.projection';
import { ImportRows } from './import-rows/import-rows.reactor';
import { InvitedBeforeController } from './invited-before/invited-before.controller';
import { InvitedBeforeHandler } from './invited-before/invited-before.query';
import { mailOutbox } from './invitation/mail-outbox.projection';
import { MailOutbox } from './email-invitation/mail-outbox.service';
import { OpenInvitations } from './invitation/open-invitations.service';
import { ReleaseWaitingMailsHandler } from './release-waiting-mails/release-waiting-mails.handler';
import { ReleaseWaitingMailsSchedule } from './release-waiting-mails/release-waiting-mails.schedule';
import { waitingMails } from './release-waiting-mails/waiting-mails.projection';
import { importedInvitations } from './show-imports/imported-invitations.projection';
import { imports } from './show-imports/imports.projection';
import { ListImportsController } from './show-imports/list-imports.controller';
import { ListImportsHandler } from './show-imports/list-imports.query';
import { OptOutController } from './opt-out/opt-out.controller';
import { OptOutHandler } from './opt-out/opt-out.handler';
import { ShowOptOutHandler } from './opt-out/show-opt-out.query';
import { MailTokens } from './invitation/mail-tokens.service';
import { OptOutLinks } from './invitation/opt-out-links.service';
import { ReturnedInvitationMail } from './returned-mail/returned-invitation-mail.service';
import { invitationProgress } from './show-progress/invitation-progress.projection';
import { ShowProgressController } from './show-progress/show-progress.controller';
import { ShowFunnelHandler, ShowProgressHandler } from './show-progress/show-progress.query';
import { StartImportController } from './start-import/start-import.controller';
import { StartImportHandler } from './start-import/start-import.handler';
import { UploadedRows } from './invitation-import/uploaded-rows.service';
import { UploadRowsController } from './upload-rows/upload-rows.controller';
import { InvitationLeaving } from './erase-creator/invitation-leaving.handler';
import { MailAllowance } from './invitation/mail-allowance.service';
import { mailAskings } from './invitation/mail-askings.projection';
import { InvitationStreams } from './invitation/invitation-streams.service';
import { InvitationFinder } from './invitation/invitation-finder.service';
import { IssueInvitationController } from './issue-invitation/issue-invitation.controller';
import { IssueInvitationHandler } from './issue-invitation/issue-invitation.handler';
import { invitationList } from './list-invitations/invitation-list.projection';
import { invitationResponses } from './list-invitations/invitation-responses.projection';
import { ListInvitationsController } from './list-invitations/list-invitations.controller';
import { ListInvitationsHandler } from './list-invitations/list-invitations.query';
import { lostAccounts } from './invitation/lost-accounts.projection';
import { LostAccounts } from './invitation/lost-accounts.service';
import { MessageTemplates } from './message-template/message-templates.service';
import { ReplyAddresses } from './message-template/reply-addresses.service';
import { MessageFrameController } from './preview-message/message-frame.controller';
import { PreviewMessageController } from './preview-message/preview-message.controller';
import { PreviewMessageHandler } from './preview-message/preview-message.query';
import { SaveMessageTemplateController } from './save-message-template/save-message-template.controller';
import { SaveMessageTemplateHandler } from './save-message-template/save-message-template.handler';
import { ShowMessageTemplateController } from './show-message-template/show-message-template.controller';
import { ShowMessageTemplateHandler } from './show-message-template/show-message-template.query';
import { TestMessageController } from './test-message/test-message.controller';
import { TestMessageHandler } from './test-message/test-message.handler';
import { ResendInvitationController } from './resend-invitation/resend-invitation.controller';
import { ResendInvitationHandler } from './resend-invitation/resend-invitation.handler';
import { ShowPlanController } from './show-plan/show-plan.controller';
import { ShowPlanHandler } from './show-plan/show-plan.query';
import { StagingAccess } from './invitation/staging-access.service';
import { usedSeats } from './invitation/used-seats.projection';
import { workspacePlans } from './invitation/workspace-plans.projection';
import { UndoMailController } from './undo-mail/undo-mail.controller';
import { UndoMailHandler } from './undo-mail/undo-mail.handler';
import { UndoWithdrawalController } from './undo-withdrawal/undo-withdrawal.controller';
import { UndoWithdrawalHandler } from './undo-withdrawal/undo-withdrawal.handler';
import { WithdrawInvitationController } from './withdraw-invitation/withdraw-invitation.controller';
import { WithdrawInvitationHandler } from './withdraw-invitation/withdraw-invitation.handler';

const commandSlices = [
  OptOutHandler,
  IssueInvitationHandler,
  ResendInvitationHandler,
  AskToReconnectHandler,
  WithdrawInvitationHandler,
  UndoWithdrawalHandler,
  UndoMailHandler,
  InvitationLeaving,
  UploadedRows,
  StartImportHandler,
  ReleaseWaitingMailsHandler,
  SaveMessageTemplateHandler,
  TestMessageHandler,
  ChosenInvitations,
  SelectedInvitations,
  StartBulkActionHandler,
  UndoBulkActionHandler,
];
const readSlices = [
  ShowFunnelHandler,
  ShowProgressHandler,
  ShowOptOutHandler,
  InvitationFinder,
  InvitationStreams,
  MailAllowance,
  LostAccounts,
  ListInvitationsHandler,
  CopyLinkHandler,
  StagingAccess,
  ShowPlanHandler,
  OpenInvitations,
  InvitedBeforeHandler,
  ListImportsHandler,
  MessageTemplates,
  MailMessages,
  ReplyAddresses,
  ShowMessageTemplateHandler,
  PreviewMessageHandler,
  CopyLinksHandler,
  ExportInvitationsHandler,
  ListBulkActionsHandler,
  ShowPassedOverHandler,
];
const reactions = [
  MailTokens,
  OptOutLinks,
  ReturnedInvitationMail,
  MailDelivery,
  MailOutbox,
  EmailInvitation,
  AskAfterLoss,
  ImportRows,
  BulkRows,
  WorkThroughBulk,
  ReleaseWaitingMailsSchedule,
];

@Module({
  imports: [CqrsModule],
  controllers: [
    StartBulkActionController,
    UndoBulkActionController,
    ShowBulkActionsController,
    CopyLinksController,
    ExportInvitationsController,
    IssueInvitationController,
    OptOutController,
    ShowProgressController,
    ResendInvitationController,
    AskToReconnectController,
    WithdrawInvitationController,
    UndoWithdrawalController,
    UndoMailController,
    ListInvitationsController,
    CopyLinkController,
    ShowPlanController,
    InvitedBeforeController,
    UploadRowsController,
    StartImportController,
    ListImportsController,
    ShowMessageTemplateController,
    SaveMessageTemplateController,
    PreviewMessageController,
    MessageFrameController,
    TestMessageController,
  ],
  providers: [...commandSlices, ...readSlices, ...reactions],
})
export class InvitationsModule {
  /** What it says and shows; without the reactions, which only the application has. */
  static readonly parts: ContextParts = {
    facts: {
      ...invitationFacts,
      ...invitationImportFacts,
      ...bulkActionFacts,
      ...messageTemplateFacts,
      ...erasureFacts,
    },
    projections: [
      ...[
        invitationList,
        invitationResponses,
        invitationDirectory,
        mailAskings,
        lostAccounts,
        usedSeats,
        workspacePlans,
      ],
      ...[imports, importedInvitations, waitingMails, mailOutbox, invitationProgress, bulkActions],
    ],
  };
  /** Names of its reactions, for questions to the log. */
  static readonly reactionNames: readonly string[] = [
    'email-invitation',
    'ask-after-loss',
    'import-rows',
    'work-through-bulk',
  ];

  constructor(
    consumers: Consumers,
    emailInvitation: EmailInvitation,
    askAfterLoss: AskAfterLoss,
    importRows: ImportRows,
    workThroughBulk: WorkThroughBulk,
  ) {
    consumers.add({
      ...InvitationsModule.parts,
      reactors: [emailInvitation, askAfterLoss, importRows, workThroughBulk],
    });
  }
}
