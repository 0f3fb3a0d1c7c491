import { A11yModule } from '@angular/cdk/a11y';
import { CdkConnectedOverlay, CdkOverlayOrigin, type ConnectedPosition } from '@angular/cdk/overlay';
import { Component, inject, input, output, signal } from '@angular/core';
import { rxResource, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { HistoryApi } from '@linkage/api-client';
import { LONGEST_SEARCH, type HistoryPerson } from '@linkage/contracts';
import { Avatar, Icon } from '@linkage/ui';
import { debounceTime } from 'rxjs';

const TYPING = 200;
const MOST = 20;

/** A chip that opens the choice of a person: creators (what is about them) and members (what they did). */
@Component({
  selector: 'app-person-filter',
  imports: [A11yModule, CdkConnectedOverlay, CdkOverlayOrigin, Avatar, Icon],
  templateUrl: './person-filter.html',
  styleUrl: './person-filter.css',
})
export class PersonFilter {
  /** "About Noa Ferrari"; null: nobody in particular. */
  readonly chosen = input.required<string | null>();
  readonly picked = output<HistoryPerson | null>();
  private readonly api = inject(HistoryApi);
  protected readonly open = signal(false);
  protected readonly longest = LONGEST_SEARCH;
  protected readonly text = signal('');
  private readonly typed = toSignal(toObservable(this.text).pipe(debounceTime(TYPING)), { initialValue: '' });
  protected readonly people = rxResource({
    params: () => (this.open() ? { search: this.typed().trim() } : undefined),
    stream: ({ params }) => this.api.people(params.search, MOST),
  });
  protected readonly positions: ConnectedPosition[] = [
    { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 6 },
    { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -6 },
  ];

  protected toggle(): void {
    this.text.set('');
    this.open.update((open) => !open);
  }

  protected pick(person: HistoryPerson | null): void {
    this.open.set(false);
    this.picked.emit(person);
  }
}
