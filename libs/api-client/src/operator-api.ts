import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  Erasure,
  MailChecked,
  MailTested,
  OperatorMail,
  OperatorOverview,
  OperatorPlatforms,
  OperatorWorkspaces,
  ParkedFacts,
  PeopleFound,
  PlanChanged,
  PlatformId,
  PlatformTested,
  Rebuilding,
  Replaying,
} from '@linkage/contracts';
import type {
  ChangePlanRequest,
  CheckMailRequest,
  PersonSearchRequest,
  TestMailRequest,
} from '@linkage/contracts/requests';
import { Requests } from './requests';

/** For the operator of this installation. Everything but signing in: `not-signed-in`. */
@Injectable({ providedIn: 'root' })
export class OperatorApi {
  private readonly requests = inject(Requests);

  /** `wrong-credentials`, `too-many-attempts` */
  signIn(key: string): Observable<unknown> {
    return this.requests.command('/api/operator/session', { key });
  }

  signOut(): Observable<unknown> {
    return this.requests.delete('/api/operator/session');
  }

  /** The first 100 by name. */
  workspaces(search?: string): Observable<OperatorWorkspaces> {
    return this.requests.query('/api/operator/workspaces', { search });
  }

  /** `conflict` where production access was granted already and staging is to be prolonged. */
  changePlan(workspaceId: string, request: ChangePlanRequest): Observable<PlanChanged> {
    return this.requests.command(`/api/operator/workspaces/${encodeURIComponent(workspaceId)}/plan`, request);
  }

  overview(): Observable<OperatorOverview> {
    return this.requests.query('/api/operator/consumers');
  }

  /** A name, or `all`. */
  rebuild(projection: string): Observable<Rebuilding> {
    return this.requests.command('/api/operator/rebuilds', { projection });
  }

  retry(consumer: string): Observable<unknown> {
    return this.requests.command('/api/operator/retries', { consumer });
  }

  platforms(): Observable<OperatorPlatforms> {
    return this.requests.query('/api/operator/platforms');
  }

  /** Asks the platform itself. `not-found` for one without credentials. */
  test(platform: PlatformId): Observable<PlatformTested> {
    return this.requests.command(`/api/operator/platforms/${platform}/test`, {});
  }

  mail(): Observable<OperatorMail> {
    return this.requests.query('/api/operator/mail');
  }

  /** Takes up to 15 seconds. */
  checkMail(asked: CheckMailRequest): Observable<MailChecked> {
    return this.requests.command('/api/operator/mail/check', asked);
  }

  testMail(asked: TestMailRequest): Observable<MailTested> {
    return this.requests.command('/api/operator/mail/test', asked);
  }

  /** What a reaction gave up. `not-found` */
  parked(reaction: string): Observable<ParkedFacts> {
    return this.requests.query(`/api/operator/reactions/${encodeURIComponent(reaction)}/parked`);
  }

  /** The persons meant, and what erasing them would end. Changes nothing. */
  people(asked: PersonSearchRequest): Observable<PeopleFound> {
    return this.requests.command('/api/operator/people', asked);
  }

  /** For good. `not-found` */
  erase(subject: string): Observable<Erasure> {
    return this.requests.command('/api/operator/erasures', { subject });
  }

  /** `not-found` for one whose erasure was never asked for. */
  erasure(subject: string): Observable<Erasure> {
    return this.requests.query(`/api/operator/erasures/${encodeURIComponent(subject)}`);
  }

  /** All of it is tried again. */
  replay(reaction: string): Observable<Replaying> {
    return this.requests.command('/api/operator/replays', { reaction });
  }
}
