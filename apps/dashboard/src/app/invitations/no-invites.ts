import { Component, inject, input } from '@angular/core';
import { Icon } from '@linkage/ui';
import { EmptyState } from '@linkage/ui/empty-state';
import { ServerClock } from '../base/server-clock';
import { Later, whenWanted } from '../base/later';
import { loadDemoOffer } from '../demo-data';
import { Inviting } from '../shared/inviting/inviting';

/** The list without rows: nothing was ever invited, or nothing matches. */
@Component({
  selector: 'app-no-invites',
  imports: [Later, EmptyState, Icon],
  template: `
    @if (noMatch() === null) {
      <lk-empty heading="Invite your first creator" [drawing]="true">
        @if (clock.sendsMail()) {
          They get an e-mail, connect their accounts
        } @else {
          You send them a link, they connect their accounts
        }
        on a phone in about two minutes, and the figures appear here.
        <button lkActions type="button" class="lk-button secondary" (click)="inviting.open()"
          ><lk-icon name="plus" />Invite a creator</button
        ><ng-container lkActions><ng-container *appLater="demoOffer()" /></ng-container>
      </lk-empty>
    } @else {
      <lk-empty heading="No invites match">
        {{ noMatch() }}
        <button lkActions type="button" class="lk-button secondary" (click)="clear()()">Clear filters</button>
      </lk-empty>
    }
  `,
  styles: `
    :host {
      flex: 1;
      display: flex;
    }
  `,
})
export class NoInvites {
  /** What nothing matches, in words; null: there is nothing at all. */
  readonly noMatch = input.required<string | null>();
  readonly clear = input.required<() => void>();
  protected readonly inviting = inject(Inviting);
  protected readonly clock = inject(ServerClock);
  protected readonly demoOffer = whenWanted(() => this.clock.about()?.mode === 'demo', loadDemoOffer);
}
