import { HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import { Subject, filter, map, tap, type Observable } from 'rxjs';
import { LIVE_HEADER, type LiveEvent, type LiveList } from '@linkage/contracts';
import { BROWSER_TABS } from './browser-tabs';
import type { LiveState } from './live-line';
import { LIVE_TIMING } from './live-timing';
import { SharedLine, isOver } from './shared-line';

/** Changes as they happen, over one line for all tabs of this browser that show the same workspace. */
@Injectable({ providedIn: 'root' })
export class LiveUpdates {
  private readonly timing = inject(LIVE_TIMING);
  private readonly tabs = inject(BROWSER_TABS);
  private readonly heard = new Subject<LiveEvent>();
  private readonly current = signal<LiveState>('stopped');
  private line: SharedLine | undefined;
  private from: string | undefined;

  private readonly serverBuild = signal<string | null>(null);

  readonly state = this.current.asReadonly();
  /** Which version of the dashboard the server has, as the line said when it was opened. */
  readonly build = this.serverBuild.asReadonly();
  readonly events: Observable<LiveEvent> = this.heard.asObservable();

  /** Ids that changed in a list; `null`: anything may have changed. */
  changes(...lists: LiveList[]): Observable<readonly string[] | null> {
    return this.heard.pipe(
      filter((heard) => heard.event === 'reset' || (heard.event === 'changed' && lists.includes(heard.data.list))),
      map((heard) => (heard.event === 'changed' ? heard.data.ids : null)),
    );
  }

  /** Where the line stood when the session was read: the next one begins there. */
  beginFrom(id: string): void {
    this.from = id;
  }

  start(workspaceId: string): void {
    if (this.line !== undefined) return;
    const missed = isOver(this.current());
    this.current.set('connecting');
    if (missed) this.heard.next({ event: 'reset', data: {} }); // nothing was heard while no session was there
    const told = {
      event: (event: LiveEvent) => this.heard.next(event),
      build: (build: string) => this.serverBuild.set(build),
      state: (state: LiveState) => {
        this.current.set(state);
        if (isOver(state)) this.line = undefined;
      },
    };
    this.line = new SharedLine(workspaceId, this.tabs, this.timing, told, this.from);
  }

  stop(): void {
    this.line?.end();
    this.line = undefined;
    this.current.set('stopped');
  }
}

export const heardLiveId: HttpInterceptorFn = (request, next) => {
  const live = inject(LiveUpdates);
  return next(request).pipe(
    tap((answer) => {
      const id = answer instanceof HttpResponse ? answer.headers.get(LIVE_HEADER) : null;
      if (id !== null) live.beginFrom(id);
    }),
  );
};
