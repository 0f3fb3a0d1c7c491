import { connectionFacts } from '@linkage/published-facts';
import { Consumers, type ContextParts } from '@linkage/event-sourcing';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AbandonAttemptsHandler } from './abandon-attempts/abandon-attempts.handler';
import { AbandonAttemptsSchedule } from './abandon-attempts/abandon-attempts.schedule';
import { openAttempts } from './abandon-attempts/open-attempts.projection';
import { AccountConnection } from './complete-authorization/account-connection.service';
import { Authorization } from './complete-authorization/authorization.service';
import { CompleteAuthorizationController } from './complete-authorization/complete-authorization.controller';
import { CompleteAuthorizationHandler } from './complete-authorization/complete-authorization.handler';
import { AccountDisconnection } from './social-account/account-disconnection.service';
import { DisconnectAccountController } from './disconnect-account/disconnect-account.controller';
import { DisconnectAccountHandler } from './disconnect-account/disconnect-account.handler';
import { DisconnectAsMemberController } from './disconnect-as-member/disconnect-as-member.controller';
import { DisconnectAsMemberHandler } from './disconnect-as-member/disconnect-as-member.handler';
import { EndAccess } from './end-access/end-access.reactor';
import { AccountsLeaving } from './erase-creator/accounts-leaving.handler';
import { CreatorOfLink } from './invited-creator/creator-of-link.service';
import { invitedCreators } from './invited-creator/invited-creators.projection';
import { accountList } from './list-accounts/account-list.projection';
import { ListAccountsController } from './list-accounts/list-accounts.controller';
import { ListAccountsHandler } from './list-accounts/list-accounts.query';
import { attemptList } from './list-attempts/attempt-list.projection';
import { attemptTries } from './list-attempts/attempt-tries.projection';
import { ListAttemptsController } from './list-attempts/list-attempts.controller';
import { ListAttemptsHandler } from './list-attempts/list-attempts.query';
import { OpenMicrositeController } from './open-microsite/open-microsite.controller';
import { OpenMicrositeHandler } from './open-microsite/open-microsite.query';
import { ReportAccessLost } from './report-access-lost/report-access-lost.reactor';
import { SettleAttempt } from './settle-attempt/settle-attempt.reactor';
import { ShowAttemptOutcomeController } from './show-attempt-outcome/show-attempt-outcome.controller';
import { ShowAttemptOutcomeHandler } from './show-attempt-outcome/show-attempt-outcome.query';
import { accountDirectory } from './social-account/account-directory.projection';
import { AccountOfWorkspace } from './social-account/account-of-workspace.service';
import { StartAuthorizationController } from './start-authorization/start-authorization.controller';
import { StartLimits } from './start-authorization/start-limits.service';
import { StartAuthorizationHandler } from './start-authorization/start-authorization.handler';

const commandSlices = [
  StartAuthorizationHandler,
  StartLimits,
  CompleteAuthorizationHandler,
  Authorization,
  AccountConnection,
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
  ListAccountsHandler,
  ListAttemptsHandler,
];
const reactions = [ReportAccessLost, SettleAttempt, EndAccess, AbandonAttemptsSchedule];

@Module({
  imports: [CqrsModule],
  controllers: [
    OpenMicrositeController,
    StartAuthorizationController,
    CompleteAuthorizationController,
    ShowAttemptOutcomeController,
    DisconnectAccountController,
    DisconnectAsMemberController,
    ListAccountsController,
    ListAttemptsController,
  ],
  providers: [...commandSlices, ...readSlices, ...reactions],
})
export class ConnectionsModule {
  /** What it says and shows; without the reactions, which only the application has. */
  static readonly parts: ContextParts = {
    facts: connectionFacts,
    projections: [invitedCreators, accountDirectory, accountList, attemptList, attemptTries, openAttempts],
  };
  /** Names of its reactions, for who asks the log about them. */
  static readonly reactionNames: readonly string[] = ['report-access-lost', 'settle-attempt', 'end-access'];

  constructor(
    consumers: Consumers,
    reportAccessLost: ReportAccessLost,
    settleAttempt: SettleAttempt,
    endAccess: EndAccess,
  ) {
    consumers.add({ ...ConnectionsModule.parts, reactors: [reportAccessLost, settleAttempt, endAccess] });
  }
}
