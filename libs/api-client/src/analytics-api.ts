import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type { AccountAudience, AccountContent, AccountProfile } from '@linkage/contracts';
import { Requests } from './requests';

/** `type`: one or more, separated by commas. `from` and `to`: ISO dates (UTC) or ISO instants, both inclusive. */
export interface ContentParameters {
  type?: string;
  from?: string;
  to?: string;
  cursor?: string;
  limit?: number;
}

const at = (accountId: string): string => `/api/accounts/${encodeURIComponent(accountId)}`;

@Injectable({ providedIn: 'root' })
export class AnalyticsApi {
  private readonly requests = inject(Requests);

  /** `not-found` */
  profile(accountId: string): Observable<AccountProfile> {
    return this.requests.query(at(accountId));
  }

  audience(accountId: string): Observable<AccountAudience> {
    return this.requests.query(`${at(accountId)}/audience`);
  }

  content(accountId: string, parameters: ContentParameters): Observable<AccountContent> {
    return this.requests.query(`${at(accountId)}/content`, { ...parameters });
  }
}
