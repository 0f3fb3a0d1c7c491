import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  AccountAudience,
  AccountContent,
  AccountDifferences,
  AccountProfile,
  MomentParameters,
} from '@linkage/contracts';
import { Requests } from './requests';

/** `type`: one or more, separated by commas. `from` and `to`: ISO dates (UTC) or ISO instants, both inclusive. */
export interface ContentParameters extends MomentParameters {
  type?: string;
  from?: string;
  to?: string;
  /** Only posts that the platform does not have any more, or none of them. */
  deleted?: 'only' | 'none';
  cursor?: string;
  limit?: number;
}

const at = (accountId: string): string => `/api/accounts/${encodeURIComponent(accountId)}`;

@Injectable({ providedIn: 'root' })
export class AnalyticsApi {
  private readonly requests = inject(Requests);

  /** `not-found` */
  profile(accountId: string, moment: MomentParameters = {}): Observable<AccountProfile> {
    return this.requests.query(at(accountId), { ...moment });
  }

  audience(accountId: string, moment: MomentParameters = {}): Observable<AccountAudience> {
    return this.requests.query(`${at(accountId)}/audience`, { ...moment });
  }

  content(accountId: string, parameters: ContentParameters): Observable<AccountContent> {
    return this.requests.query(`${at(accountId)}/content`, { ...parameters });
  }

  /**
   * ISO instants; without `to`: now; without `from`: where there is something to compare with. `not-found`,
   * `invalid-request`
   */
  differences(
    accountId: string,
    between: { readonly from?: string; readonly to?: string },
  ): Observable<AccountDifferences> {
    return this.requests.query(`${at(accountId)}/differences`, { ...between });
  }

  /** Where the browser downloads what is different as CSV. The mark lets spreadsheets know UTF-8. */
  differencesUrl(accountId: string, { from, to }: { readonly from: string; readonly to: string }): string {
    return `${at(accountId)}/differences/export?${new URLSearchParams({ from, to, bom: '1' }).toString()}`;
  }
}
