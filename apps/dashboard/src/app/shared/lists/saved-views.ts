import { Component, ElementRef, ViewContainerRef, effect, input, untracked, viewChild } from '@angular/core';
import type { ViewList } from '@linkage/contracts';
import { Icon, Panel, Tip } from '@linkage/ui';
import type { ListQuery } from './list-query';

/** How the member likes to see a list, under names. What stands behind the button comes with its first press. */
@Component({
  selector: 'app-saved-views',
  imports: [Icon, Panel, Tip],
  template: `
    <button type="button" class="lk-button quiet icon" aria-label="Saved views" lkTip="Saved views" [lkPanel]="content"
      ><lk-icon name="bookmark"
    /></button>
    <ng-template #content
      ><div #dialog role="dialog" tabindex="-1" aria-label="Saved views"><ng-container #place /></div
    ></ng-template>
  `,
  styles: `
    [role='dialog'] {
      outline: none;
    }
  `,
})
export class SavedViews {
  readonly list = input.required<ViewList>();
  readonly query = input.required<ListQuery>();
  private readonly panel = viewChild.required(Panel);
  private readonly place = viewChild('place', { read: ViewContainerRef });
  private readonly dialog = viewChild<string, ElementRef<HTMLElement>>('dialog', { read: ElementRef });

  constructor() {
    effect(() => {
      if (this.panel().open()) untracked(() => void this.fill());
    });
  }

  private async fill(): Promise<void> {
    // Until there is something to press in it, and where there is nothing, Escape closes it.
    this.dialog()?.nativeElement.focus({ preventScroll: true });
    const { ViewChoice } = await import('./view-choice');
    const place = this.place();
    if (place === undefined || place.length > 0) return;
    const choice = place.createComponent(ViewChoice);
    choice.setInput('list', this.list());
    choice.setInput('query', this.query());
    choice.instance.done.subscribe(() => this.panel().close());
  }
}
