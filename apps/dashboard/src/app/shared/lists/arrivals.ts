import { Injectable, computed, signal, type Signal } from '@angular/core';

interface Waiting {
  arrivals: Signal<number>;
  showArrivals(): void;
}

/** The pill "3 new" beside the page's title, for the list in view. */
@Injectable({ providedIn: 'root' })
export class Arrivals {
  private readonly list = signal<Waiting | undefined>(undefined);
  readonly count = computed(() => this.list()?.arrivals() ?? 0);

  of(list: Waiting): () => void {
    this.list.set(list);
    return () => this.list.update((current) => (current === list ? undefined : current));
  }

  show(): void {
    this.list()?.showArrivals();
  }
}
