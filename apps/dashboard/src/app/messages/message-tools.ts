import { Component, inject, input, signal } from '@angular/core';
import { InvitationsApi, toApiError } from '@linkage/api-client';
import { Icon } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import { ServerClock } from '../base/server-clock';
import { Toasts } from '../shared/toasts/toasts';
import type { MessageDraft, MessageReader } from './message-draft';

/** What can be done with a message besides sending it. */
@Component({
  selector: 'app-message-tools',
  imports: [Icon],
  template: `
    <button
      type="button"
      class="lk-button quiet"
      [disabled]="busy() || faulty() || !sendsMail() || draft().testTo() === null"
      [title]="testWords()"
      (click)="test()"
      ><lk-icon name="send" /><span>Send a test to me</span></button
    >
    <button type="button" class="lk-button quiet" [disabled]="busy() || faulty() || !draft().differs()" (click)="save()"
      ><lk-icon name="archive" /><span>Save as template</span></button
    >
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      margin-left: -8px;
    }
  `,
})
export class MessageTools {
  private readonly api = inject(InvitationsApi);
  private readonly toasts = inject(Toasts);
  readonly draft = input.required<MessageDraft>();
  readonly reader = input.required<MessageReader>();
  protected readonly sendsMail = inject(ServerClock).sendsMail;
  protected readonly busy = signal(false);

  protected testWords(): string {
    if (!this.sendsMail()) return 'This Linkage sends no e-mails.';
    const address = this.draft().testTo();
    return address === null ? 'Confirm your own e-mail first.' : `To ${address}`;
  }

  protected faulty(): boolean {
    return this.draft().faults().length > 0;
  }

  protected test(): Promise<void> {
    const reader = this.reader();
    return this.work('The test was not sent.', async (message) => {
      const name = 'name' in reader ? reader.name : '';
      const { sentTo } = await firstValueFrom(this.api.testMessage({ ...message, name }));
      this.toasts.show(`A test is on its way to ${sentTo}.`, 'send');
    });
  }

  protected save(): Promise<void> {
    return this.work('The template was not saved.', async (message) => {
      await firstValueFrom(this.api.saveMessageTemplate(message));
      await this.draft().load();
      this.draft().startFrom(false);
      this.toasts.show(
        this.draft().hasTemplate() ? 'Saved. Later invites say this.' : 'The predefined message is the template again.',
      );
    });
  }

  private async work(
    failed: string,
    what: (message: { messageSubject: string; messageText: string }) => Promise<void>,
  ): Promise<void> {
    const { subject, text } = this.draft().message();
    this.busy.set(true);
    try {
      await what({ messageSubject: subject, messageText: text });
    } catch (error) {
      const { message } = toApiError(error);
      this.toasts.show(message.startsWith(failed.slice(0, 12)) ? message : `${failed} ${message}`, 'alert');
    } finally {
      this.busy.set(false);
    }
  }
}
