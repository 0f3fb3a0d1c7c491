import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import { rxResource, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { HistoryApi } from '@linkage/api-client/history';
import { LONGEST_SEARCH, type HistoryPerson } from '@linkage/contracts';
import { Avatar, Icon, Panel } from '@linkage/ui';
import { debounceTime } from 'rxjs';

const TYPING = 200;
const MOST = 20;

/** A chip that opens the choice of a person: creators (what is about them) and members (what they did). */
@Component({
  selector: 'app-person-filter',
  imports: [Avatar, Icon, Panel],
  templateUrl: './person-filter.html',
  styleUrl: './person-filter.css',
})
export class PersonFilter {
  /** "About Noa Ferrari"; null: every person. */
  readonly chosen = input.required<string | null>();
  readonly picked = output<HistoryPerson | null>();
  private readonly api = inject(HistoryApi);
  private readonly panel = viewChild(Panel);
  protected readonly longest = LONGEST_SEARCH;
  protected readonly text = signal('');
  private readonly typed = toSignal(toObservable(this.text).pipe(debounceTime(TYPING)), { initialValue: '' });
  protected readonly people = rxResource({
    params: () => (this.panel()?.open() ? { search: this.typed().trim() } : undefined),
    stream: ({ params }) => this.api.people(params.search, MOST),
  });

  protected pick(person: HistoryPerson | null): void {
    this.panel()?.close();
    this.picked.emit(person);
  }
}
