import { connectionFacts } from '@linkage/published-facts';
import { Consumers, type ContextParts } from '@linkage/event-sourcing';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AbandonAttemptsHandler } from './abandon-attempts/abandon-attempts.handler';
import { AbandonAttemptsSchedule } from './abandon-attempts/abandon-attempts.schedule';
import { openAttempts } from './attempt/open-attempts.projection';
import { OpenChoices } from './attempt/open-choices.service';
import { PendingChoices } from './attempt/pending-choices.service';
import { LogIns } from './attempt/log-ins.port';
import { Revocations } from './attempt/revocations.port';
import { UnusedAccess } from './attempt/unused-access.service';
import { ChooseAccountsController } from './choose-accounts/choose-accounts.controller';
import { ChooseAccountsHandler } from './choose-accounts/choose-accounts.handler';
import { FinishChoice } from './choose-accounts/finish-choice.reactor';
import { ChosenAccounts } from './choose-accounts/chosen-accounts.service';
import { DeclinedChoice } from './start-authorization/declined-choice.service';
import { AccountConnection } from './social-account/account-connection.service';
import { Authorization } from './complete-authorization/authorization.service';
import { CompleteAuthorizationController } from './complete-authorization/complete-authorization.controller';
import { CompleteAuthorizationHandler } from './complete-authorization/complete-authorization.handler';
import { AccountDisconnection } from './social-account/account-disconnection.service';
import { DisconnectAccountController } from './disconnect-account/disconnect-account.controller';
import { DisconnectAccountHandler } from './disconnect-account/disconnect-account.handler';
import { DisconnectAsMemberController } from './disconnect-as-member/disconnect-as-member.controller';
import { DisconnectAsMemberHandler } from './disconnect-as-member/disconnect-as-member.handler';
import { GiveBackAccess } from './give-back-access/give-back-access.reactor';
import { Revocation } from './social-account/revocation.service';
import { EndAccess } from './end-access/end-access.reactor';
import { AccountsLeaving } from './erase-creator/accounts-leaving.handler';
import { CreatorOfLink } from './invited-creator/creator-of-link.service';
import { invitedCreators } from './invited-creator/invited-creators.projection';
import { accountList } from './list-accounts/account-list.projection';
import { ExportAccountsController } from './export-accounts/export-accounts.controller';
import { ExportAccountsHandler } from './export-accounts/export-accounts.query';
import { ExportAttemptsHandler } from './export-attempts/export-attempts.query';
import { ExportAttemptsController } from './export-attempts/export-attempts.controller';
import { ListAccountsController } from './list-accounts/list-accounts.controller';
import { ListAccountsHandler } from './list-accounts/list-accounts.query';
import { attemptList } from './list-attempts/attempt-list.projection';
import { attemptTries } from './list-attempts/attempt-tries.projection';
import { ListAttemptsController } from './list-attempts/list-attempts.controller';
import { AttemptItems } from './list-attempts/attempt-items.service';
import { ListAttemptsHandler } from './list-attempts/list-attempts.query';
import { OpenMicrositeController } from './open-microsite/open-microsite.controller';
import { OpenMicrositeHandler } from './open-microsite/open-microsite.query';
import { ReportVisitController } from './report-visit/report-visit.controller';
import { ReportVisitHandler } from './report-visit/report-visit.handler';
import { RegainAccess } from './regain-access/regain-access.reactor';
import { ReportAccessLost } from './report-access-lost/report-access-lost.reactor';
import { SettleAttempt } from './settle-attempt/settle-attempt.reactor';
import { OpenChoice } from './show-attempt-outcome/open-choice.service';
import { DeletionRequests } from './platform-notices/deletion-requests.service';
import { HearMessageHandler } from './platform-notices/hear-message.handler';
import { HearWithdrawalHandler } from './platform-notices/hear-withdrawal.handler';
import { KeepWebhooksHandler } from './platform-notices/keep-webhooks.handler';
import { KeepWebhooksSchedule } from './platform-notices/keep-webhooks.schedule';
import { PlatformNoticesController } from './platform-notices/platform-notices.controller';
import { PlatformNotices } from './platform-notices/platform-notices.service';
import { RequestDeletionHandler } from './platform-notices/request-deletion.handler';
import { WebhookRounds } from './platform-notices/webhook-rounds.service';
import { WithdrawnAccess } from './platform-notices/withdrawn-access.service';
import { AccountStandings } from './social-account/account-standings.service';
import { LoginAccounts } from './social-account/login-accounts.service';
import { ShowAttemptOutcomeController } from './show-attempt-outcome/show-attempt-outcome.controller';
import { ShowAttemptOutcomeHandler } from './show-attempt-outcome/show-attempt-outcome.query';
import { accountDirectory } from './social-account/account-directory.projection';
import { AccountOfWorkspace } from './social-account/account-of-workspace.service';
import { AccountLimit } from './social-account/account-limit.service';
import { accountSeats } from './social-account/account-seats.projection';
import { connectablePlans } from './social-account/connectable-plans.projection';
import { StartAuthorizationController } from './start-authorization/start-authorization.controller';
import { StartLimits } from './start-authorization/start-limits.service';
import { StartAuthorizationHandler } from './start-authorization/start-authorization.handler';

const commandSlices = [
  ReportVisitHandler,
  StartAuthorizationHandler,
  StartLimits,
  CompleteAuthorizationHandler,
  Authorization,
  PendingChoices,
  UnusedAccess,
  OpenChoices,
  Revocation,
  { provide: Revocations, useExisting: Revocation },
  LoginAccounts,
  { provide: LogIns, useExisting: LoginAccounts },
  AccountStandings,
  PlatformNotices,
  WithdrawnAccess,
  DeletionRequests,
  HearWithdrawalHandler,
  HearMessageHandler,
  WebhookRounds,
  KeepWebhooksHandler,
  RequestDeletionHandler,
  ChosenAccounts,
  DeclinedChoice,
  ChooseAccountsHandler,
  AccountConnection,
  AccountLimit,
  AccountDisconnection,
  DisconnectAccountHandler,
  DisconnectAsMemberHandler,
  AbandonAttemptsHandler,
  AccountsLeaving,
];
const readSlices = [
  CreatorOfLink,
  AccountOfWorkspace,
  OpenMicrositeHandler,
  ShowAttemptOutcomeHandler,
  OpenChoice,
  ListAccountsHandler,
  ListAttemptsHandler,
  AttemptItems,
  ExportAccountsHandler,
  ExportAttemptsHandler,
];
const reactions = [
  ReportAccessLost,
  RegainAccess,
  SettleAttempt,
  FinishChoice,
  EndAccess,
  GiveBackAccess,
  AbandonAttemptsSchedule,
  KeepWebhooksSchedule,
];

@Module({
  imports: [CqrsModule],
  controllers: [
    OpenMicrositeController,
    ReportVisitController,
    StartAuthorizationController,
    CompleteAuthorizationController,
    ShowAttemptOutcomeController,
    ChooseAccountsController,
    PlatformNoticesController,
    DisconnectAccountController,
    DisconnectAsMemberController,
    ListAccountsController,
    ListAttemptsController,
    ExportAccountsController,
    ExportAttemptsController,
  ],
  providers: [...commandSlices, ...readSlices, ...reactions],
})
export class ConnectionsModule {
  /** What it says and shows; without the reactions, which only the application has. */
  static readonly parts: ContextParts = {
    facts: connectionFacts,
    projections: [
      invitedCreators,
      accountDirectory,
      accountList,
      attemptList,
      attemptTries,
      openAttempts,
      accountSeats,
      connectablePlans,
    ],
  };
  /** Names of its reactions, for questions to the log. */
  static readonly reactionNames: readonly string[] = [
    'report-access-lost',
    'regain-access',
    'settle-attempt',
    'finish-choice',
    'end-access',
    'give-back-access',
  ];

  constructor(
    consumers: Consumers,
    reportAccessLost: ReportAccessLost,
    regainAccess: RegainAccess,
    settleAttempt: SettleAttempt,
    finishChoice: FinishChoice,
    endAccess: EndAccess,
    giveBackAccess: GiveBackAccess,
  ) {
    const reactors = [reportAccessLost, regainAccess, settleAttempt, finishChoice, endAccess, giveBackAccess];
    consumers.add({ ...ConnectionsModule.parts, reactors });
  }
}
