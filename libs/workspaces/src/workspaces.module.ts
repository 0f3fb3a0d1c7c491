import { Consumers, type ContextParts, systemClock } from '@linkage/event-sourcing';
import { SignedInCheck } from '@linkage/http';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { CreateWorkspaceHandler } from './create-workspace/create-workspace.handler';
import { MemberLeaving } from './erase-member/member-leaving.handler';
import { InviteToRegisterHandler } from './invite-to-register/invite-to-register.handler';
import { RegisterWorkspaceController } from './register-workspace/register-workspace.controller';
import { RegisterWorkspaceHandler } from './register-workspace/register-workspace.handler';
import { KnownBrowsers } from './session/known-browsers.cookies';
import { SessionCookies } from './session/sessions.cookies';
import { SESSION_CLOCK } from './session/session-clock';
import { SessionEnds } from './session/session-ends.vault';
import { Sessions } from './session/sessions.vault';
import { SignedInCache } from './session/signed-in.cache';
import { SetPasswordController } from './set-password/set-password.controller';
import { SetPasswordHandler } from './set-password/set-password.handler';
import { PasswordGuard } from './sign-in/password.guard';
import { PasswordStrategy } from './sign-in/password.strategy';
import { SessionGuard } from './sign-in/session.guard';
import { SessionStrategy } from './sign-in/session.strategy';
import { SignInController } from './sign-in/sign-in.controller';
import { SignInHandler } from './sign-in/sign-in.handler';
import { SignedInReader } from './sign-in/signed-in.reader';
import { AttemptLimits } from './workspace/attempts.limits';
import { Credentials } from './workspace/credentials.vault';
import { Members } from './workspace/members.reader';
import { Passwords } from './workspace/passwords.argon2';
import { PasswordStrength } from './workspace/passwords.strength';
import { OneTimeLinks } from './workspace/one-time-links.vault';
import { RegistrationDoor } from './workspace/registration.door';
import { RegistrationCompletion } from './workspace/registrations.completion';
import { workspaceFacts } from './workspace/workspace.events';

const commands = [
  RegisterWorkspaceHandler,
  CreateWorkspaceHandler,
  InviteToRegisterHandler,
  SetPasswordHandler,
  SignInHandler,
  MemberLeaving,
];
const sessions = [
  { provide: SESSION_CLOCK, useValue: systemClock },
  SessionEnds,
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
  Passwords,
  PasswordStrength,
  AttemptLimits,
  Members,
  RegistrationCompletion,
  RegistrationDoor,
  OneTimeLinks,
];

@Module({
  imports: [CqrsModule],
  controllers: [RegisterWorkspaceController, SetPasswordController, SignInController],
  providers: [
    ...access,
    ...sessions,
    ...commands,
    { provide: APP_GUARD, useExisting: SessionGuard },
    { provide: SignedInCheck, useExisting: SignedInReader },
  ],
  exports: [SignedInCheck],
})
export class WorkspacesModule {
  /** What it says and shows; without the reactions, which only the application has. */
  static readonly parts: ContextParts = { facts: workspaceFacts, projections: [] };

  constructor(consumers: Consumers) {
    consumers.add(WorkspacesModule.parts);
  }
}
