import { Component, inject } from '@angular/core';
import { Icon, Logo } from '@linkage/ui';
import { Overview } from './overview';
import { OperatorSignIn } from './operator-sign-in';
import { OperatorState } from './operator-state';

/** For whoever runs this installation: its own sign-in, and no workspace behind it. */
@Component({
  selector: 'app-operator',
  imports: [Icon, Logo, Overview, OperatorSignIn],
  providers: [OperatorState],
  template: `
    <header>
      <lk-logo /><span class="lk-caption where">Operator</span><span class="lk-space"></span>
      @if (state.access() === 'in') {
        <button type="button" class="lk-button quiet touch" (click)="state.signOut()"
          ><lk-icon name="sign-out" /><span>Sign out</span></button
        >
      }
    </header>
    <main>
      @if (state.access() === 'out') {
        <app-operator-sign-in />
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
        padding: 0 var(--lk-2) 0 var(--lk-4);
      }
    }
  `,
})
export class Operator {
  protected readonly state = inject(OperatorState);
}
