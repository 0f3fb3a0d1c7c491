import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type { OperatorOverview, ParkedFacts, Rebuilding, Replaying } from '@linkage/contracts';
import { Requests } from './requests';

/** For whoever runs this installation. Everything but signing in: `not-signed-in`. */
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

  /** What a reaction gave up. `not-found` */
  parked(reaction: string): Observable<ParkedFacts> {
    return this.requests.query(`/api/operator/reactions/${encodeURIComponent(reaction)}/parked`);
  }

  /** All of it is tried again. */
  replay(reaction: string): Observable<Replaying> {
    return this.requests.command('/api/operator/replays', { reaction });
  }
}
