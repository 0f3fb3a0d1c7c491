import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, Logo } from '@linkage/ui';
import { ErasePerson } from './erase-person';
import { MailSettings } from './mail-settings';
import { Overview } from './overview';
import { OperatorSignIn } from './operator-sign-in';
import { OperatorState } from './operator-state';
import { PlatformSetups } from './platform-setups';
import { Workspaces } from './workspaces';

/** For the operator of this installation: a sign-in of its own, and no workspace behind it. */
@Component({
  selector: 'app-operator',
  imports: [RouterLink, ErasePerson, Icon, Logo, MailSettings, Overview, OperatorSignIn, PlatformSetups, Workspaces],
  providers: [OperatorState],
  template: `
    <header>
      <lk-logo /><span class="lk-caption where">Operator</span>
      @if (state.access() !== 'out') {
        <nav aria-label="Operator">
          @for (one of parts; track one.path) {
            <a
              class="lk-button quiet"
              [routerLink]="one.path"
              [attr.aria-current]="part() === one.part ? 'page' : null"
              >{{ one.label }}</a
            >
          }
        </nav>
      }
      <span class="lk-space"></span>
      @if (state.access() === 'in') {
        <button type="button" class="lk-button quiet" (click)="state.signOut()"
          ><lk-icon name="sign-out" /><span>Sign out</span></button
        >
      }
    </header>
    <main>
      @if (state.access() === 'out') {
        <app-operator-sign-in />
      } @else if (part() === 'people') {
        <app-erase-person />
      } @else if (part() === 'platforms') {
        <app-platform-setups />
      } @else if (part() === 'mail') {
        <app-mail-settings />
      } @else if (part() === 'workspaces') {
        <app-workspaces />
      } @else {
        <app-overview />
      }
    </main>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      min-height: 100vh;
      background: var(--lk-canvas);
    }
    header {
      display: flex;
      align-items: center;
      gap: var(--lk-2);
      flex: none;
      height: 52px;
      padding: 0 var(--lk-6);
    }
    .where {
      padding-left: var(--lk-2);
      border-left: 1px solid var(--lk-line);
    }
    nav {
      display: flex;
      gap: 2px;
      padding-left: var(--lk-4);
    }
    nav [aria-current] {
      background: var(--lk-pressed);
      color: var(--lk-ink);
    }
    main {
      flex: 1;
      display: flex;
      flex-direction: column;
      min-width: 0;
      background: var(--lk-surface);
      border-top: 1px solid var(--lk-line);
    }
    @media (max-width: 959px) {
      header {
        flex-wrap: wrap;
        height: auto;
        min-height: 52px;
        padding: 0 var(--lk-2) 0 var(--lk-4);
      }
      nav {
        order: 1;
        flex: 1 1 100%;
        flex-wrap: wrap;
        min-width: 0;
        padding: 0 0 var(--lk-1);
        margin-left: -10px;
        overflow-x: auto;
        scrollbar-width: none;
      }
    }
  `,
})
export class Operator {
  protected readonly state = inject(OperatorState);
  /** From the route. */
  readonly part = input<'people' | 'platforms' | 'mail' | 'workspaces'>();
  protected readonly parts = [
    { path: '/operator', part: undefined, label: 'Read models' },
    { path: '/operator/platforms', part: 'platforms', label: 'Platforms' },
    { path: '/operator/mail', part: 'mail', label: 'E-mail' },
    { path: '/operator/workspaces', part: 'workspaces', label: 'Workspaces' },
    { path: '/operator/people', part: 'people', label: 'Erase a person' },
  ] as const;
}
