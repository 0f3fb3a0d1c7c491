import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  Accepted,
  AccountList,
  AccountListParameters,
  AttemptList,
  AttemptListParameters,
} from '@linkage/contracts';
import { Requests } from './requests';

@Injectable({ providedIn: 'root' })
export class ConnectionsApi {
  private readonly requests = inject(Requests);

  accounts(parameters: AccountListParameters): Observable<AccountList> {
    return this.requests.query('/api/accounts', { ...parameters });
  }

  /** The access ends; what was read so far stays. */
  disconnect(accountId: string, key?: string): Observable<Accepted> {
    return this.requests.command(`/api/accounts/${encodeURIComponent(accountId)}/disconnect`, {}, key);
  }

  attempts(parameters: AttemptListParameters): Observable<AttemptList> {
    return this.requests.query('/api/attempts', { ...parameters });
  }
}
