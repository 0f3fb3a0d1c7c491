import { Injectable, inject } from '@angular/core';
import { Subject, filter, map, merge, type Observable } from 'rxjs';
import { LiveUpdates } from '@linkage/api-client';
import type { LiveList } from '@linkage/contracts';

/** What changed: heard from the server, or done here a moment ago. */
@Injectable({ providedIn: 'root' })
export class Changes {
  private readonly live = inject(LiveUpdates);
  private readonly own = new Subject<{ list: LiveList; ids: readonly string[] }>();

  /** Ids that changed in one of the lists; `null`: anything may have changed. */
  of(...lists: LiveList[]): Observable<readonly string[] | null> {
    const own = this.own.pipe(filter(({ list }) => lists.includes(list)), map(({ ids }) => ids));
    return merge(this.live.changes(...lists), own);
  }

  /** After a command of this browser: the screens need not wait for the line. */
  announce(list: LiveList, ...ids: string[]): void {
    this.own.next({ list, ids });
  }
}
