import { Component, inject, signal } from '@angular/core';
import { toApiError } from '@linkage/api-client';
import { Banner } from '@linkage/ui';
import { Control, Field } from '@linkage/ui/field';
import { filledIn } from '../base/filled-in';
import { PageHeading } from '../shared/shell/page-heading';
import { OperatorState } from './operator-state';

@Component({
  selector: 'app-operator-sign-in',
  imports: [Banner, Control, Field, PageHeading],
  template: `
    <form novalidate (submit)="$event.preventDefault(); send($any($event.target))">
      <div><h1 appPageHeading>Operator</h1><p>For the operator of this installation of Linkage</p></div>
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
          [(text)]="key"
      /></lk-field>
      <button type="submit" class="lk-button primary wide" [disabled]="sending()">{{
        sending() ? 'Signing in …' : 'Sign in'
      }}</button>
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

  protected async send(form: HTMLFormElement): Promise<void> {
    this.key.set(filledIn(form, 'key'));
    if (this.key().trim() === '') return this.problem.set('Enter the operator key.');
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
