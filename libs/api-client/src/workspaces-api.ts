import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type { About, Session } from '@linkage/contracts';
import type { RegisterRequest, SetPasswordRequest, SignInRequest } from '@linkage/contracts/requests';
import { Requests } from './requests';

/** Who is signed in, and to what. */
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
