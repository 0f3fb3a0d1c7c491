import { Component, effect, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose, MatDialogRef } from '@angular/material/dialog';
import { Icon } from '@linkage/ui';
import { Drafts } from '../shared/drafts/drafts';
import { MessageDraft, MessageEditor, MessageTools, type MessageFields } from '../messages';
import type { Invited } from './invited';

/** The message of a mail that is sent again: closes with what is to be sent, or with nothing. */
@Component({
  selector: 'app-resend-message',
  imports: [Icon, MatDialogClose, MessageEditor, MessageTools],
  template: `
    <div class="dialog">
      <header
        ><h2 id="resend-title"
          >Message to <bdi>{{ invited.name }}</bdi></h2
        ><button type="button" class="lk-button quiet icon" aria-label="Close" mat-dialog-close
          ><lk-icon name="close" /></button
      ></header>
      <app-message-editor [draft]="draft" [reader]="invited" />
      <footer>
        <app-message-tools [draft]="draft" [reader]="invited" />
        <p id="resend-obstacle" aria-live="polite">{{ faulty() ? 'Mend the message.' : '' }}</p>
        <button type="button" class="lk-button quiet" (click)="cancel()">Cancel</button>
        <button
          type="button"
          class="lk-button primary"
          aria-describedby="resend-obstacle"
          [disabled]="faulty()"
          (click)="send()"
          >Send again</button
        >
      </footer>
    </div>
  `,
  styleUrl: '../base/dialog.css',
})
export class ResendMessage {
  private readonly dialog = inject<MatDialogRef<ResendMessage, MessageFields>>(MatDialogRef);
  protected readonly invited = inject<Invited>(MAT_DIALOG_DATA);
  protected readonly draft = new MessageDraft();

  private readonly drafts = inject(Drafts);
  /** What is written to this creator is still there when the page is loaded again. */
  private readonly kept = `resend/${this.invited.invitationId}`;

  constructor() {
    this.draft.restore(this.drafts.read(this.kept));
    effect(() => {
      const { messageSubject, messageText } = this.draft.kept();
      this.drafts.keep(this.kept, messageText === undefined ? undefined : { messageSubject, messageText });
    });
    this.draft.look();
    void this.draft.load();
  }

  protected faulty(): boolean {
    return this.draft.faults().length > 0;
  }

  protected send(): void {
    const request = this.draft.request();
    this.drafts.keep(this.kept, undefined);
    this.dialog.close(request);
  }

  /** Thrown away. */
  protected cancel(): void {
    this.drafts.keep(this.kept, undefined);
    this.dialog.close();
  }
}
