import { Component, computed, inject, signal } from '@angular/core';
import { toApiError } from '@linkage/api-client';
import { Banner, Control, Field } from '@linkage/ui';
import { PageHeading } from '../shared/shell/page-heading';
import { OperatorState } from './operator-state';

@Component({
  selector: 'app-operator-sign-in',
  imports: [Banner, Control, Field, PageHeading],
  template: `
    <form novalidate (submit)="$event.preventDefault(); send()">
      <div><h1 appPageHeading>Operator</h1><p>For whoever runs this installation of Linkage</p></div>
      @if (problem(); as text) {
        <lk-banner tone="bad" icon="alert" role="alert">{{ text }}</lk-banner>
      }
      <lk-field label="Operator key" note="Printed by: npm run linkage -- operator-key"
        ><input
          lkControl
          name="key"
          type="password"
          autocomplete="off"
          spellcheck="false"
          autocapitalize="off"
          [value]="key()"
          (input)="key.set($any($event.target).value)"
      /></lk-field>
      <button
        type="submit"
        class="lk-button primary wide"
        [attr.aria-describedby]="obstacle() ? 'why' : null"
        [disabled]="obstacle() !== null"
        >Sign in</button
      >
      @if (obstacle(); as why) {
        <p id="why" class="lk-note why">{{ why }}</p>
      }
    </form>
  `,
  styleUrl: '../access/access.css',
  styles: `
    :host {
      width: min(100%, 400px);
      margin: 0 auto;
      padding: 64px 20px;
    }
    h1 {
      outline: none;
    }
  `,
})
export class OperatorSignIn {
  private readonly state = inject(OperatorState);
  protected readonly key = signal('');
  protected readonly sending = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly obstacle = computed(() => {
    if (this.sending()) return 'Signing in …';
    return this.key().trim() === '' ? 'Give the operator key.' : null;
  });

  protected async send(): Promise<void> {
    if (this.obstacle() !== null) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      await this.state.signIn(this.key().trim());
    } catch (error) {
      this.problem.set(toApiError(error).message);
    } finally {
      this.sending.set(false);
    }
  }
}
