import { Consumers, type ContextParts, systemClock } from '@linkage/event-sourcing';
import { SignedInCheck } from '@linkage/http';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { ChangePlanHandler } from './change-plan/change-plan.handler';
import { ShowEmailController } from './show-email/show-email.controller';
import { RequestEmailChangeController } from './request-email-change/request-email-change.controller';
import { SendEmailChangeAgainController } from './send-email-change-again/send-email-change-again.controller';
import { CancelEmailChangeController } from './stop-email-change/cancel-email-change.controller';
import { FinishEmailChangeController } from './finish-email-change/finish-email-change.controller';
import { ShowPreferencesController } from './show-preferences/show-preferences.controller';
import { ChangePreferencesController } from './change-preferences/change-preferences.controller';
import { DeleteViewController } from './delete-view/delete-view.controller';
import { DeleteViewHandler } from './delete-view/delete-view.handler';
import { SaveViewController } from './save-view/save-view.controller';
import { SaveViewHandler } from './save-view/save-view.handler';
import { ShowViewsController } from './show-views/show-views.controller';
import { ShowViewsHandler } from './show-views/show-views.query';
import { savedViewFacts } from './workspace/saved-views.events';
import { AskingSessions } from './session/asking-sessions.service';
import { ChangePreferencesHandler } from './change-preferences/change-preferences.handler';
import { ownPreferences } from './show-preferences/own-preferences.projection';
import { preferencesFacts } from './workspace/preferences.events';
import { ShowPreferencesHandler } from './show-preferences/show-preferences.query';
import { AccountSessionsController } from './account-sessions/account-sessions.controller';
import { ChangePasswordController } from './change-password/change-password.controller';
import { ChangePasswordHandler } from './change-password/change-password.handler';
import { PasswordChanges } from './workspace/password-changes.service';
import { CompleteEmailChanges } from './confirm-email-change/complete-email-changes.reactor';
import { ConfirmEmailChangeController } from './confirm-email-change/confirm-email-change.controller';
import { ConfirmEmailChangeHandler } from './confirm-email-change/confirm-email-change.handler';
import { FinishEmailChangeHandler } from './finish-email-change/finish-email-change.handler';
import { RenameMemberController } from './rename-member/rename-member.controller';
import { RenameMemberHandler } from './rename-member/rename-member.handler';
import { RequestEmailChangeHandler } from './request-email-change/request-email-change.handler';
import { SendEmailChangeAgainHandler } from './send-email-change-again/send-email-change-again.handler';
import { ShowEmailHandler } from './show-email/show-email.query';
import { StopEmailChangeController } from './stop-email-change/stop-email-change.controller';
import { StopEmailChangeHandler } from './stop-email-change/stop-email-change.handler';
import { CurrentPassword } from './workspace/current-password.service';
import { EmailChanges } from './workspace/email-changes.service';
import { ConfirmEmailController } from './confirm-email/confirm-email.controller';
import { ConfirmEmailHandler } from './confirm-email/confirm-email.handler';
import { CreatePasswordLinkHandler } from './create-password-link/create-password-link.handler';
import { CreateWorkspaceHandler } from './create-workspace/create-workspace.handler';
import { MemberLeaving } from './erase-member/member-leaving.handler';
import { InviteToRegisterHandler } from './invite-to-register/invite-to-register.handler';
import { ListWorkspacesHandler } from './list-workspaces/list-workspaces.query';
import { workspaceList } from './list-workspaces/workspace-list.projection';
import { MailToMembers } from './mail-to-members/mail-to-members.reactor';
import { RegisterWorkspaceController } from './register-workspace/register-workspace.controller';
import { RegisterWorkspaceHandler } from './register-workspace/register-workspace.handler';
import { RequestPasswordResetController } from './request-password-reset/request-password-reset.controller';
import { RequestPasswordResetHandler } from './request-password-reset/request-password-reset.handler';
import { MemberSessions } from './session/member-sessions.service';
import { RequestConfirmationController } from './request-confirmation/request-confirmation.controller';
import { RequestConfirmationHandler } from './request-confirmation/request-confirmation.handler';
import { KnownBrowsers } from './session/known-browsers.service';
import { SessionCookies } from './session/session-cookies.service';
import { SESSION_CLOCK } from './session/session-clock';
import { SessionEnds } from './session/session-ends.service';
import { Sessions } from './session/sessions.service';
import { SignedInCache } from './session/signed-in-cache.service';
import { SetPasswordController } from './set-password/set-password.controller';
import { SetPasswordHandler } from './set-password/set-password.handler';
import { PasswordGuard } from './sign-in/password.guard';
import { PasswordStrategy } from './sign-in/password.strategy';
import { SessionGuard } from './sign-in/session.guard';
import { SessionStrategy } from './sign-in/session.strategy';
import { SignInController } from './sign-in/sign-in.controller';
import { SignInHandler } from './sign-in/sign-in.handler';
import { SignedInReader } from './sign-in/signed-in-reader.service';
import { RateLimits } from './workspace/rate-limits.service';
import { CredentialPlaces } from './workspace/credential-places.service';
import { Credentials } from './workspace/credentials.service';
import { Members } from './workspace/members.service';
import { Passwords } from './workspace/passwords.service';
import { PasswordStrength } from './workspace/password-strength.service';
import { OneTimeLinks } from './workspace/one-time-links.service';
import { RegistrationAdmission } from './workspace/registration-admission.service';
import { RegistrationCompletion } from './workspace/registration-completion.service';
import { workspaceFacts } from './workspace/workspace.events';

const commands = [
  RegisterWorkspaceHandler,
  CreateWorkspaceHandler,
  CreatePasswordLinkHandler,
  InviteToRegisterHandler,
  SetPasswordHandler,
  ConfirmEmailHandler,
  RequestPasswordResetHandler,
  ChangePasswordHandler,
  RequestConfirmationHandler,
  SignInHandler,
  MemberLeaving,
  ChangePlanHandler,
  ListWorkspacesHandler,
  RenameMemberHandler,
  RequestEmailChangeHandler,
  SendEmailChangeAgainHandler,
  ConfirmEmailChangeHandler,
  StopEmailChangeHandler,
  FinishEmailChangeHandler,
  ShowEmailHandler,
  ChangePreferencesHandler,
  ShowPreferencesHandler,
  SaveViewHandler,
  DeleteViewHandler,
  ShowViewsHandler,
];
const sessions = [
  { provide: SESSION_CLOCK, useValue: systemClock },
  SessionEnds,
  MemberSessions,
  AskingSessions,
  Sessions,
  SessionCookies,
  KnownBrowsers,
  SignedInCache,
  SignedInReader,
  SessionStrategy,
  SessionGuard,
  PasswordStrategy,
  PasswordGuard,
];
const access = [
  Credentials,
  CredentialPlaces,
  Passwords,
  PasswordStrength,
  RateLimits,
  Members,
  RegistrationCompletion,
  RegistrationAdmission,
  OneTimeLinks,
  PasswordChanges,
  CurrentPassword,
  EmailChanges,
];

@Module({
  imports: [CqrsModule],
  controllers: [
    RegisterWorkspaceController,
    SetPasswordController,
    SignInController,
    ConfirmEmailController,
    RequestConfirmationController,
    RequestPasswordResetController,
    ChangePasswordController,
    AccountSessionsController,
    RenameMemberController,
    ShowEmailController,
    RequestEmailChangeController,
    SendEmailChangeAgainController,
    CancelEmailChangeController,
    FinishEmailChangeController,
    ShowPreferencesController,
    ChangePreferencesController,
    ShowViewsController,
    SaveViewController,
    DeleteViewController,
    ConfirmEmailChangeController,
    StopEmailChangeController,
  ],
  providers: [
    ...access,
    ...sessions,
    ...commands,
    MailToMembers,
    CompleteEmailChanges,
    { provide: APP_GUARD, useExisting: SessionGuard },
    { provide: SignedInCheck, useExisting: SignedInReader },
  ],
  exports: [SignedInCheck],
})
export class WorkspacesModule {
  /** What it says and shows; without the reactions, which only the application has. */
  static readonly parts: ContextParts = {
    facts: { ...workspaceFacts, ...preferencesFacts, ...savedViewFacts },
    projections: [workspaceList, ownPreferences],
  };
  /** Names of its reactions, for questions to the log. */
  static readonly reactionNames: readonly string[] = ['mail-to-members', 'complete-email-changes'];

  constructor(consumers: Consumers, mailToMembers: MailToMembers, completeEmailChanges: CompleteEmailChanges) {
    consumers.add({ ...WorkspacesModule.parts, reactors: [mailToMembers, completeEmailChanges] });
  }
}
