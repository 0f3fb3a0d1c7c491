import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { Icon } from '@linkage/ui';
import { filter, map, startWith } from 'rxjs';
import { Later, whenWanted } from '../base/later';
import { AsOf } from '../shared/as-of/as-of';
import { AsOfControl } from '../shared/as-of/as-of-control';
import { Inviting } from '../shared/inviting/inviting';
import { Arrivals } from '../shared/lists/arrivals';
import { TabBar } from './tab-bar';
import { PageHeading } from '../shared/shell/page-heading';

/** The page with the three tabs; Invite Creators is on each of them. */
@Component({
  selector: 'app-creators',
  imports: [RouterOutlet, TabBar, AsOfControl, Icon, Later, PageHeading],
  template: `
    <ng-container *appLater="past()" />
    <header>
      <h1 appPageHeading>Creators</h1>
      @if (arrivals.count() > 0) {
        <button type="button" class="live" (click)="arrivals.show()">{{ arrivals.count() }} new</button>
      }
      <span class="lk-hidden" role="status">{{
        arrivals.count() > 0 ? arrivals.count() + ' new, not shown yet' : ''
      }}</span>
      <span class="lk-space"></span>
      <app-as-of-control />
      @if (!asOf.on()) {
        <button type="button" class="lk-button primary" (click)="inviting.open()"
          ><lk-icon name="plus" />Invite Creators</button
        >
      }
    </header>
    <app-tab-bar [open]="tab()" />
    <div id="tab-panel" role="tabpanel" [attr.aria-labelledby]="'tab-' + tab()"><router-outlet /></div>
  `,
  host: { '[class.past]': 'asOf.on()' },
  styles: `
    :host(.past) {
      --lk-under: 40px;
    }
    :host {
      flex: 1;
      display: flex;
      flex-direction: column;
      min-width: 0;
    }
    header {
      display: flex;
      align-items: center;
      gap: var(--lk-3);
      flex: none;
      height: 60px;
      padding: 0 var(--lk-6);
    }
    h1 {
      outline: none;
    }
    #tab-panel {
      flex: 1;
      display: flex;
      flex-direction: column;
      min-width: 0;
    }
    .live {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      height: 24px;
      padding: 0 10px 0 8px;
      border: 0;
      border-radius: var(--lk-r-full);
      background: var(--lk-accent-soft);
      color: var(--lk-on-accent-soft);
      font: 500 12px/16px var(--lk-font);
      cursor: pointer;
    }
    .live::before {
      content: '';
      width: 6px;
      height: 6px;
      border-radius: 50%;
      background: var(--lk-accent);
    }
    @media (max-width: 959px) {
      .live {
        position: relative;
        height: 32px;
      }
      .live::after {
        content: '';
        position: absolute;
        inset: -6px;
      }
      header {
        height: auto;
        flex-wrap: wrap;
        padding: var(--lk-4) var(--lk-4) var(--lk-2);
      }
      .lk-button.primary {
        height: 44px;
      }
    }
  `,
})
export class Creators {
  protected readonly asOf = inject(AsOf);
  protected readonly past = whenWanted(this.asOf.on, () =>
    import('../shared/as-of/as-of-banner').then(({ AsOfBanner }) => AsOfBanner),
  );
  protected readonly inviting = inject(Inviting);
  protected readonly arrivals = inject(Arrivals);
  private readonly router = inject(Router);
  private readonly address = this.router.events.pipe(
    filter((event) => event instanceof NavigationEnd),
    map(() => this.router.url),
    startWith(this.router.url),
  );
  protected readonly tab = toSignal(
    this.address.pipe(map((url) => (url.includes('/connected') ? 1 : url.includes('/failed') ? 2 : 0))),
    { requireSync: true },
  );
}
