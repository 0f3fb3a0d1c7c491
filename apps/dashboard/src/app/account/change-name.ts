import { Component, ElementRef, Injector, afterNextRender, inject, signal, viewChild } from '@angular/core';
import { toApiError } from '@linkage/api-client';
import { nameAdvice, nameFault, tidied } from '@linkage/contracts';
import { Banner } from '@linkage/ui';
import { Control, Field } from '@linkage/ui/field';
import { filledIn } from '../base/filled-in';
import { SessionStore } from '../shared/session/session-store';
import { Toasts } from '../shared/toasts/toasts';

/** The name of the member, and the way to change it. */
@Component({
  selector: 'app-change-name',
  imports: [Banner, Control, Field],
  template: `
    @if (open()) {
      <form novalidate (submit)="$event.preventDefault(); send($any($event.target))">
        @if (problem(); as text) {
          <lk-banner tone="bad" icon="alert" role="alert">{{ text }}</lk-banner>
        }
        <lk-field
          label="Your name"
          note="Creators read it in your invites, and members in the history. What was sent keeps the former one."
          [error]="fault()"
          ><input #field lkControl name="name" dir="auto" autocomplete="name" [(text)]="name"
        /></lk-field>
        <div class="buttons">
          <button type="submit" class="lk-button primary" [disabled]="sending()">{{
            sending() ? 'Saving …' : 'Save name'
          }}</button>
          <button type="button" class="lk-button quiet" (click)="close()">Cancel</button>
        </div>
      </form>
    } @else {
      <div class="shown">
        <b
          ><bdi>{{ now() }}</bdi></b
        >
        <button #opener type="button" class="lk-button secondary" aria-label="Change name" (click)="start()"
          >Change</button
        >
      </div>
    }
  `,
  styleUrl: './change-form.css',
})
export class ChangeName {
  private readonly sessions = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly field = viewChild<string, ElementRef<HTMLInputElement>>('field', { read: ElementRef });
  private readonly opener = viewChild<string, ElementRef<HTMLButtonElement>>('opener', { read: ElementRef });
  protected readonly now = () => this.sessions.session()?.member.name ?? '';
  protected readonly open = signal(false);
  protected readonly name = signal('');
  protected readonly sending = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly fault = signal<string | null>(null);

  protected start(): void {
    this.name.set(this.now());
    this.problem.set(null);
    this.fault.set(null);
    this.open.set(true);
    afterNextRender(() => this.field()?.nativeElement.select(), { injector: this.injector });
  }

  protected close(): void {
    this.open.set(false);
    afterNextRender(() => this.opener()?.nativeElement.focus(), { injector: this.injector });
  }

  protected async send(form: HTMLFormElement): Promise<void> {
    if (this.sending()) return;
    this.name.set(filledIn(form, 'name'));
    this.problem.set(null);
    const fault = nameFault(this.name());
    this.fault.set(fault === null ? null : fault === 'empty' ? 'Enter your name.' : nameAdvice[fault]);
    if (fault !== null) return this.field()?.nativeElement.focus();
    this.sending.set(true);
    try {
      await this.sessions.rename({ name: tidied(this.name()) });
      this.toasts.show('Your name is changed.');
      this.close();
    } catch (error) {
      const refusal = toApiError(error);
      this.fault.set(refusal.field('name') ?? null);
      if (this.fault() === null) this.problem.set(refusal.message);
    } finally {
      this.sending.set(false);
    }
  }
}
