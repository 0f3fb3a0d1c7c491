import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type { AccountList, AccountListParameters, AttemptList, AttemptListParameters } from '@linkage/contracts';
import { Requests } from './requests';

@Injectable({ providedIn: 'root' })
export class ConnectionsApi {
  private readonly requests = inject(Requests);

  accounts(parameters: AccountListParameters): Observable<AccountList> {
    return this.requests.query('/api/accounts', { ...parameters });
  }

  attempts(parameters: AttemptListParameters): Observable<AttemptList> {
    return this.requests.query('/api/attempts', { ...parameters });
  }
}
