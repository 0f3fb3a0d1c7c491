import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  About,
  EmailChangeConfirmation,
  MemberEmail,
  MemberPreferences,
  MemberSessionList,
  PreferencesChange,
  SavedView,
  SavedViewList,
  Session,
} from '@linkage/contracts';
import type {
  RegisterRequest,
  SetPasswordRequest,
  SignInRequest,
  ChangeEmailRequest,
  ConfirmEmailRequest,
  EmailChangeLinkRequest,
  FinishEmailChangeRequest,
  RenameMemberRequest,
  ChangePasswordRequest,
  PasswordResetRequest,
} from '@linkage/contracts/requests';
import { Requests } from './requests';

/** The signed-in member, and the workspace. */
@Injectable({ providedIn: 'root' })
export class WorkspacesApi {
  private readonly requests = inject(Requests);

  /** `email-already-registered`, `registration-closed`, `link-invalid`, `invalid-request` */
  register(request: RegisterRequest, key?: string): Observable<Session> {
    return this.requests.command('/api/registration', request, key);
  }

  /** `link-invalid`, `invalid-request` */
  setPassword(request: SetPasswordRequest): Observable<Session> {
    return this.requests.command('/api/password', request);
  }

  /** The same answer whether the e-mail is known or not. `too-many-attempts` */
  requestPasswordReset(request: PasswordResetRequest): Observable<unknown> {
    return this.requests.command('/api/password-reset', request);
  }

  /** All other sessions end. `invalid-request`, `too-many-attempts` */
  changePassword(request: ChangePasswordRequest): Observable<unknown> {
    return this.requests.command('/api/account/password', request);
  }

  /** `invalid-request` */
  rename(request: RenameMemberRequest): Observable<Session> {
    return this.requests.command('/api/account/name', request);
  }

  preferences(): Observable<MemberPreferences> {
    return this.requests.query('/api/account/preferences');
  }

  /** What is left out stays as it is. `invalid-request`, `too-many-attempts` */
  changePreferences(request: PreferencesChange): Observable<MemberPreferences> {
    return this.requests.command('/api/account/preferences', request, undefined, { keepalive: true });
  }

  views(): Observable<SavedViewList> {
    return this.requests.query('/api/account/views');
  }

  /** Under its id it is saved again. `invalid-request`, `too-many-attempts` */
  saveView({ viewId, ...view }: SavedView): Observable<SavedViewList> {
    return this.requests.put(`/api/account/views/${viewId}`, view);
  }

  deleteView(viewId: string): Observable<SavedViewList> {
    return this.requests.delete(`/api/account/views/${viewId}`);
  }

  email(): Observable<MemberEmail> {
    return this.requests.query('/api/account/email');
  }

  /** The same answer whether the new e-mail has an account or not. `invalid-request`, `too-many-attempts` */
  changeEmail(request: ChangeEmailRequest): Observable<unknown> {
    return this.requests.command('/api/account/email', request);
  }

  /** `too-many-attempts` */
  sendEmailChangeAgain(): Observable<unknown> {
    return this.requests.command('/api/account/email/mail');
  }

  cancelEmailChange(): Observable<unknown> {
    return this.requests.command('/api/account/email/cancel');
  }

  /** Without the reader of the former address. `conflict`, `invalid-request`, `too-many-attempts` */
  finishEmailChange(request: FinishEmailChangeRequest): Observable<unknown> {
    return this.requests.command('/api/account/email/finish', request);
  }

  /** `link-invalid`, `email-already-registered` */
  confirmEmailChange(request: EmailChangeLinkRequest): Observable<EmailChangeConfirmation> {
    return this.requests.command('/api/email-change', request);
  }

  /** `link-invalid` */
  stopEmailChange(request: EmailChangeLinkRequest): Observable<unknown> {
    return this.requests.command('/api/email-change/stop', request);
  }

  sessions(): Observable<MemberSessionList> {
    return this.requests.query('/api/account/sessions');
  }

  /** `not-found`: it has ended already. */
  endSession(sessionId: string): Observable<unknown> {
    return this.requests.command(`/api/account/sessions/${encodeURIComponent(sessionId)}/end`);
  }

  /** `link-invalid` */
  confirmEmail(request: ConfirmEmailRequest): Observable<unknown> {
    return this.requests.command('/api/email-confirmation', request);
  }

  /** `too-many-attempts` */
  sendConfirmationMail(): Observable<unknown> {
    return this.requests.command('/api/email-confirmation/mail');
  }

  /** `wrong-credentials`, `too-many-attempts` */
  signIn(request: SignInRequest): Observable<Session> {
    return this.requests.command('/api/session', request);
  }

  signOut(): Observable<unknown> {
    return this.requests.delete('/api/session');
  }

  /** `not-signed-in` */
  session(): Observable<Session> {
    return this.requests.query('/api/session');
  }

  about(): Observable<About> {
    return this.requests.query('/api/about');
  }
}
