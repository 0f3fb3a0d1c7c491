import { Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { InvitationsApi, toApiError } from '@linkage/api-client';
import { Banner, Control, Field, Icon } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import { Changes } from '../shared/changes/changes';
import { Toasts } from '../shared/toasts/toasts';
import { InviteDraft } from './invite-draft';

/** Invite one creator by name and e-mail. */
@Component({
  selector: 'app-invite-creators',
  imports: [Banner, Control, Field, Icon],
  templateUrl: './invite-creators.html',
  styleUrl: '../base/dialog.css',
  host: { '(keydown.escape)': 'leave($event)' },
})
export class InviteCreators {
  private readonly api = inject(InvitationsApi);
  private readonly changes = inject(Changes);
  private readonly toasts = inject(Toasts);
  private readonly dialog = inject<MatDialogRef<InviteCreators>>(MatDialogRef);
  private readonly emailField = viewChild.required<string, ElementRef<HTMLInputElement>>('email', { read: ElementRef });
  protected readonly draft = new InviteDraft();
  /** Closing would lose what is typed: asked first. */
  protected readonly asking = signal(false);
  protected readonly blocked = computed(() => this.draft.obstacle() !== null);

  constructor() {
    this.dialog.backdropClick().subscribe(() => this.leave());
  }

  protected async send(): Promise<void> {
    if (this.blocked()) return;
    this.draft.sending.set(true);
    this.draft.unsent.set(null);
    try {
      const request = this.draft.request();
      const { invitationId } = await firstValueFrom(this.api.issue(request, this.draft.commandKey()));
      this.dialog.close();
      this.changes.announce('invitations', invitationId);
      this.toasts.show(`Invite to ${request.name} is on its way.`, 'send');
    } catch (error) {
      this.draft.refuse(toApiError(error));
      if (this.draft.emailError() !== null) this.emailField().nativeElement.focus();
    } finally {
      this.draft.sending.set(false);
    }
  }

  protected leave(event?: Event): void {
    event?.stopPropagation();
    if (this.draft.empty() || this.asking()) this.close();
    else this.asking.set(true);
  }

  protected close(): void {
    this.dialog.close();
  }
}
