import { Component, computed, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { HistoryApi } from '@linkage/api-client/history';
import type { HistoryPerson } from '@linkage/contracts';
import { Icon, Menu, formatExact } from '@linkage/ui';
import { EmptyState } from '@linkage/ui/empty-state';
import { AsOf } from '../shared/as-of/as-of';
import { AsOfBanner } from '../shared/as-of/as-of-banner';
import { NothingYet } from '../shared/as-of/nothing-yet';
import { Changes } from '../shared/changes/changes';
import { Inviting } from '../shared/inviting/inviting';
import { PressedInView } from '../shared/lists/pressed-in-view';
import { SaidRows } from '../shared/lists/said-rows';
import { SearchField } from '../shared/lists/search-field';
import { DateFilter } from '../shared/date-filter/date-filter';
import type { DateRange } from '../base/dates';
import { Places } from '../shared/shell/places';
import { PageHeading } from '../shared/shell/page-heading';
import { FactDrawers } from './fact-drawers';
import { HistoryListView } from './history-list-view';
import { HistoryAddress } from './history-query';
import { HistoryState } from './history-state';
import { kinds, story, type Scope } from './kinds';
import { PersonFilter } from './person-filter';

/** What has happened in the workspace: who did what when. */
@Component({
  selector: 'app-history-page',
  imports: [
    Menu,
    AsOfBanner,
    DateFilter,
    EmptyState,
    HistoryListView,
    Icon,
    NothingYet,
    PageHeading,
    PersonFilter,
    PressedInView,
    SaidRows,
    SearchField,
  ],
  templateUrl: './history-page.html',
  styleUrl: './history-page.css',
})
export class HistoryPage {
  private readonly api = inject(HistoryApi);
  protected readonly asOf = inject(AsOf);
  protected readonly inviting = inject(Inviting);
  protected readonly address = new HistoryAddress();
  protected readonly view = this.address.view;
  protected readonly state = new HistoryState(
    this.address.query,
    this.api,
    inject(Changes).of('history', 'people'),
    inject(Places),
  );
  protected readonly kinds = kinds;
  protected readonly csv = computed(() => this.api.exportUrl(this.address.query(), 'csv'));
  protected readonly ndjson = computed(() => this.api.exportUrl(this.address.query(), 'ndjson'));
  /** Whom the page is narrowed to, as the server names them. */
  protected readonly person = computed(() => {
    const { person, actor } = this.view();
    const names = this.state.list()?.names;
    if (person !== undefined) return `About ${names?.person ?? '…'}`;
    return actor === undefined ? null : `By ${names?.actor ?? actor}`;
  });
  protected readonly subject = computed(() =>
    this.view().subject === undefined ? null : (this.state.list()?.names.subject ?? 'One subject'),
  );

  /** Of the kind that is shown. */
  protected readonly matching = computed(() => this.countOf(this.address.scope()));

  constructor() {
    this.openFactOfAddress();
  }

  protected count(scope: Scope): string {
    const count = this.countOf(scope);
    return count === undefined ? '' : formatExact(count);
  }

  protected choosePerson(person: HistoryPerson | null): void {
    this.address.go({
      person: person?.is === 'creator' ? person.personId : null,
      actor: person?.is === 'member' ? person.personId : null,
    });
  }

  protected chooseDates({ from, to }: DateRange): void {
    this.address.go({ from, to });
  }

  private countOf(scope: Scope): number | undefined {
    const counts = this.state.list()?.counts;
    if (!counts) return undefined;
    return scope === 'story' ? story.reduce((sum, kind) => sum + counts[kind], 0) : counts[scope];
  }

  /** `?fact=<id>`: a fact from a shared address. */
  private openFactOfAddress(): void {
    const drawers = inject(FactDrawers);
    const parameters = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
    const fact = computed(() => parameters().get('fact'));
    effect(() => {
      const id = fact();
      if (id !== null) void untracked(() => drawers.open(id));
    });
  }
}
