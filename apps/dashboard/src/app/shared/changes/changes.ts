import { Injectable, inject } from '@angular/core';
import { Subject, filter, map, merge, type Observable } from 'rxjs';
import { LiveUpdates } from '@linkage/api-client';
import type { LiveList } from '@linkage/contracts';
import { AsOf } from '../as-of/as-of';

/** What changed: heard from the server, or done here a moment ago. */
@Injectable({ providedIn: 'root' })
export class Changes {
  private readonly live = inject(LiveUpdates);
  private readonly asOf = inject(AsOf);
  private readonly own = new Subject<{ list: LiveList; ids: readonly string[] }>();

  /**
   * Ids that changed in one of the lists; `null`: anything may have changed. Silent while the screens show the past: it
   * does not change.
   */
  of(...lists: LiveList[]): Observable<readonly string[] | null> {
    const own = this.own.pipe(
      filter(({ list }) => lists.includes(list)),
      map(({ ids }) => ids),
    );
    return merge(this.live.changes(...lists), own).pipe(filter(() => !this.asOf.on()));
  }

  /** After a command of this browser: the screens need not wait for the line. */
  announce(list: LiveList, ...ids: string[]): void {
    this.own.next({ list, ids });
  }
}
