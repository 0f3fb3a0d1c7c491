import { BreakpointObserver } from '@angular/cdk/layout';
import { Injectable, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';

/** What only script needs to know of the width; everything else is CSS. */
@Injectable({ providedIn: 'root' })
export class Screen {
  private readonly widths = inject(BreakpointObserver);
  /** Row actions show no word here: the tooltip says it. */
  readonly narrowTable = this.is('(min-width: 960px) and (max-width: 1199px)');
  readonly phone = this.is('(max-width: 599px)');

  private is(query: string) {
    return toSignal(this.widths.observe(query).pipe(map(({ matches }) => matches)), {
      initialValue: this.widths.isMatched(query),
    });
  }
}
