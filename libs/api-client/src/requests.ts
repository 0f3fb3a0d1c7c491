import { HttpClient, HttpHeaders, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { IDEMPOTENCY_HEADER, POSITION_HEADER } from '@linkage/contracts';
import { catchError, map, tap, throwError, timeout, type Observable, type OperatorFunction } from 'rxjs';
import { toApiError } from './api-error';
import { Positions } from './positions';

const PATIENCE = 15_000;

type QueryValue = string | number | boolean | undefined;

/** A key for one command: repeat a command with the same key and it happens once. */
export const newCommandKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const positionOf = (body: unknown): string | undefined => {
  const position = (body as { position?: unknown } | null | undefined)?.position;
  return typeof position === 'string' ? position : undefined;
};

export interface DownloadedFile {
  readonly name: string;
  readonly content: string;
}

const fileNameOf = (disposition: string | null): string => {
  const encoded = /filename\*=UTF-8''([^;]+)/u.exec(disposition ?? '')?.[1];
  return encoded === undefined ? 'export.csv' : decodeURIComponent(encoded);
};

/** The two ways to talk to the API: queries and commands. Errors arrive as `ApiError`. */
@Injectable({ providedIn: 'root' })
export class Requests {
  private readonly http = inject(HttpClient);
  private readonly positions = inject(Positions);

  query<T>(path: string, parameters: Readonly<Record<string, QueryValue>> = {}): Observable<T> {
    const given = Object.entries(parameters).filter(
      (entry): entry is [string, string | number | boolean] => entry[1] !== undefined && entry[1] !== '',
    );
    const position = this.positions.current();
    const headers = position === undefined ? new HttpHeaders() : new HttpHeaders({ [POSITION_HEADER]: position });
    return this.http
      .get<T>(path, { params: new HttpParams({ fromObject: Object.fromEntries(given) }), headers })
      .pipe(this.answered());
  }

  /**
   * Not for signing in or out and not for queries. `keepalive`: it arrives although the page is left or loaded again
   * meanwhile; for bodies of at most 64 KB.
   */
  command<T>(path: string, body: object = {}, key = newCommandKey(), { keepalive = false } = {}): Observable<T> {
    return this.http.post<T>(path, body, { headers: { [IDEMPOTENCY_HEADER]: key }, keepalive }).pipe(
      tap((answer) => {
        const position = positionOf(answer);
        if (position !== undefined) this.positions.remember(position);
      }),
      this.answered(),
    );
  }

  /** A file of the server's making, with the name that it gives. */
  file(path: string, body: object): Observable<DownloadedFile> {
    return this.http.post(path, body, { observe: 'response', responseType: 'text' }).pipe(
      map(({ headers, body: content }) => ({
        name: fileNameOf(headers.get('content-disposition')),
        content: content ?? '',
      })),
      this.answered(),
    );
  }

  /** For what may be sent again as it is: the same address holds the same. */
  put<T = unknown>(path: string, body: object): Observable<T> {
    return this.http.put<T>(path, body).pipe(this.answered());
  }

  delete<T = unknown>(path: string): Observable<T> {
    return this.http.delete<T>(path).pipe(this.answered());
  }

  private answered<T>(): OperatorFunction<T, T> {
    return (answers) =>
      answers.pipe(
        timeout(PATIENCE),
        catchError((error: unknown) => throwError(() => toApiError(error))),
      );
  }
}
