import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type { AccountAudience, AccountContent, AccountProfile, ContentTypeName } from '@linkage/contracts';
import { Requests } from './requests';

/** `from` and `to` are ISO dates, `to` inclusive. */
export interface ContentParameters {
  type?: ContentTypeName;
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
