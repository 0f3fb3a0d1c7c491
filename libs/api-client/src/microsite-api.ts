import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type { Accepted, AttemptOutcome, ConnectionStarted, Microsite, PlatformId } from '@linkage/contracts';
import type { ConnectionRequest } from '@linkage/contracts/requests';
import { Requests } from './requests';

const at = (link: string, ...rest: string[]): string =>
  ['/api/microsite', ...[link, ...rest].map(encodeURIComponent)].join('/');

/** What a creator's page asks. The link in the address is all that tells who it is. */
@Injectable({ providedIn: 'root' })
export class MicrositeApi {
  private readonly requests = inject(Requests);

  /** `not-found` for a tampered, unknown or withdrawn link */
  site(link: string): Observable<Microsite> {
    return this.requests.query(at(link));
  }

  /** The page is on the screen; not said twice within hours, whatever comes of it. */
  visited(link: string): Observable<Accepted> {
    return this.requests.command(at(link, 'visits'));
  }

  connect(link: string, platform: PlatformId, request: ConnectionRequest = {}): Observable<ConnectionStarted> {
    return this.requests.command(at(link, 'connections', platform), request);
  }

  outcome(link: string, attemptId: string): Observable<AttemptOutcome> {
    return this.requests.query(at(link, 'attempts', attemptId));
  }

  /** `choice-over` when it is too late */
  choose(link: string, attemptId: string, accounts: readonly string[]): Observable<Accepted> {
    return this.requests.command(at(link, 'attempts', attemptId, 'choice'), { accounts });
  }

  disconnect(link: string, accountId: string): Observable<Accepted> {
    return this.requests.command(at(link, 'accounts', accountId, 'disconnect'));
  }
}
