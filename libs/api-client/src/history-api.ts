import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type { HistoryExportFormat, HistoryFact, HistoryList, HistoryPeople } from '@linkage/contracts';
import { Requests } from './requests';

/** The filter as the address of the API takes it: times as ISO texts, `to` exclusive. */
export interface HistoryQuery {
  /** One kind, or several with commas between. */
  kind?: string;
  /** One line per refresh, and per invite with its accepted e-mail. A file has every fact all the same. */
  grouped?: '1';
  actor?: string;
  person?: string;
  subject?: string;
  correlation?: string;
  from?: string;
  to?: string;
  search?: string;
}

/** What has happened, as sentences. */
@Injectable({ providedIn: 'root' })
export class HistoryApi {
  private readonly requests = inject(Requests);

  list(query: HistoryQuery, page: { cursor?: string; limit: number }): Observable<HistoryList> {
    return this.requests.query('/api/history', { ...query, ...page });
  }

  /** `not-found` */
  fact(factId: string): Observable<HistoryFact> {
    return this.requests.query(`/api/history/${encodeURIComponent(factId)}`);
  }

  people(search: string, limit: number): Observable<HistoryPeople> {
    return this.requests.query('/api/history/people', { search, limit });
  }

  /** Where the browser downloads everything that the filter lets through. The mark lets spreadsheets know UTF-8. */
  exportUrl({ grouped: _grouped, ...query }: HistoryQuery, format: HistoryExportFormat): string {
    const given = Object.entries({ ...query, format, ...(format === 'csv' && { bom: '1' }) }).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    return `/api/history/export?${new URLSearchParams(given as [string, string][]).toString()}`;
  }
}
