import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { WorkspacesApi, toApiError } from '@linkage/api-client';
import {
  isSameViewName,
  LONGEST_VIEW_NAME,
  tidied,
  viewNameAdvice,
  type SavedView,
  type ViewList,
} from '@linkage/contracts';
import { Icon } from '@linkage/ui';
import { Control, Field } from '@linkage/ui/field';
import { firstValueFrom } from 'rxjs';
import { newUuid } from '../../base/new-uuid';
import { Toasts } from '../toasts/toasts';
import type { ListQuery } from './list-query';
import { addressOf, asShownNow, queryOf } from './view-query';

const FIRST = 'button, input';

/** The views of a list: choose one, give one another name, delete one, save what is shown. */
@Component({
  selector: 'app-view-choice',
  imports: [Control, Field, Icon],
  templateUrl: './view-choice.html',
  styleUrl: './view-choice.css',
})
export class ViewChoice {
  readonly list = input.required<ViewList>();
  readonly query = input.required<ListQuery>();
  /** A view was chosen or saved: there is nothing left to do here. */
  readonly done = output();
  private readonly api = inject(WorkspacesApi);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly longest = LONGEST_VIEW_NAME;
  protected readonly known = rxResource({ stream: () => this.api.views() });
  protected readonly views = computed(() =>
    this.known.hasValue() ? this.known.value().views.filter(({ list }) => list === this.list()) : undefined,
  );
  protected readonly problem = computed(() => {
    const error = this.known.error();
    return error === undefined ? null : toApiError(error.cause ?? error).message;
  });
  protected readonly shown = computed(() => queryOf(this.query().view(), this.query().shape));
  protected readonly current = computed(() =>
    this.views()?.find(({ query }) => asShownNow(query, this.query().shape) === this.shown()),
  );
  /** The view that gets another name. */
  protected readonly renaming = signal<SavedView | null>(null);
  protected readonly name = signal('');
  /** The view whose name was typed for what is shown now. */
  protected readonly replaced = computed(() =>
    this.renaming() === null ? this.views()?.find(({ name }) => isSameViewName(name, tidied(this.name()))) : undefined,
  );
  protected readonly fault = signal<string | null>(null);
  protected readonly sending = signal(false);

  constructor() {
    // Until the views are there the dialog has nothing that takes the focus.
    effect(() => {
      if (!this.known.isLoading()) untracked(() => this.focus(FIRST));
    });
  }

  protected choose({ query }: SavedView): void {
    void this.query().go(addressOf(query, this.query().shape));
    this.done.emit();
  }

  protected rename(view: SavedView | null): void {
    this.name.set(view?.name ?? '');
    this.fault.set(null);
    this.renaming.set(view);
    this.focus(view === null ? FIRST : 'input');
  }

  /** What is shown, under a new name or instead of a view of that name; or the view that is being renamed. */
  protected async save(): Promise<void> {
    const renamed = this.renaming();
    const replaced = this.replaced();
    const view = renamed ?? { viewId: replaced?.viewId ?? newUuid(), list: this.list(), query: this.shown() };
    const name = tidied(this.name());
    this.fault.set(viewNameAdvice(name));
    if (this.fault() !== null) return this.focus('input');
    if (!(await this.sent({ ...view, name }))) return;
    if (renamed !== null) return this.rename(null);
    if (replaced === undefined) this.toasts.show(`View “${name}” saved.`);
    else this.toasts.undoable(`View “${name}” replaced.`, () => void this.restore(replaced));
    this.done.emit();
  }

  protected async remove(view: SavedView): Promise<void> {
    try {
      this.known.set(await firstValueFrom(this.api.deleteView(view.viewId)));
      this.toasts.undoable(`View “${view.name}” deleted.`, () => void this.restore(view));
      this.focus(FIRST);
    } catch (error) {
      this.toasts.failed(`The view was not deleted. ${toApiError(error).message}`, () => void this.remove(view));
    }
  }

  private async restore(view: SavedView): Promise<void> {
    try {
      await firstValueFrom(this.api.saveView(view));
      this.toasts.show(`View “${view.name}” is back.`);
    } catch (error) {
      this.toasts.failed(`The view is not back. ${toApiError(error).message}`, () => void this.restore(view));
    }
  }

  private async sent(view: SavedView): Promise<boolean> {
    if (this.sending()) return false;
    this.sending.set(true);
    try {
      this.known.set(await firstValueFrom(this.api.saveView(view)));
      return true;
    } catch (error) {
      const refusal = toApiError(error);
      this.fault.set(refusal.field('name') ?? refusal.field('query') ?? refusal.message);
      this.focus('input');
      return false;
    } finally {
      this.sending.set(false);
    }
  }

  private focus(what: string): void {
    afterNextRender(() => this.host.querySelector<HTMLElement>(what)?.focus(), { injector: this.injector });
  }
}
