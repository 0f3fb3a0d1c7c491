import { DOCUMENT, Injectable, inject } from '@angular/core';
import { NavigationEnd, NavigationStart, Router } from '@angular/router';
import { stayAtHeight } from './stay-at-height';

interface Place {
  readonly top: number;
  /** Address of the link that had the focus; it was mostly the one that led away. */
  readonly link: string | null;
  /** How many rows were loaded, by list. */
  readonly rows: ReadonlyMap<string, number>;
}

/** Where one was on each page of this visit, so that Back leads to the same place, with as many rows as were loaded. */
@Injectable({ providedIn: 'root' })
export class Places {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly places = new Map<number, Place>();
  private rows = new Map<string, number>();
  private again: Place | undefined;
  private here = 0;
  private letGo: () => void = () => undefined;

  constructor() {
    history.scrollRestoration = 'manual';
    this.here = this.entry();
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationStart) this.leave(event);
      else if (event instanceof NavigationEnd) this.arrive();
    });
  }

  /** How many rows a list had when this page was left; undefined: one comes to it anew. */
  rowsBefore(list: string): number | undefined {
    return this.again?.rows.get(list);
  }

  remember(list: string, rows: number): void {
    this.rows.set(list, rows);
  }

  private leave({ navigationTrigger, restoredState }: NavigationStart): void {
    this.letGo();
    const { activeElement, defaultView } = this.document;
    const link = activeElement?.closest('main a')?.getAttribute('href') ?? null;
    this.places.set(this.here, { top: defaultView?.scrollY ?? 0, link, rows: this.rows });
    this.again =
      navigationTrigger === 'popstate' && restoredState ? this.places.get(restoredState.navigationId) : undefined;
    this.rows = new Map(this.again?.rows);
  }

  private arrive(): void {
    this.here = this.entry();
    const { again } = this;
    if (again !== undefined) this.letGo = stayAtHeight(this.document, again);
  }

  /** Of the browser's history. */
  private entry(): number {
    const state = history.state as { navigationId?: unknown } | null;
    return typeof state?.navigationId === 'number' ? state.navigationId : 0;
  }
}
