import { Injectable, inject } from '@angular/core';
import { InvitationsApi, newCommandKey, toApiError } from '@linkage/api-client';
import { firstValueFrom, type Observable } from 'rxjs';
import { Changes } from '../shared/changes/changes';
import { Dialogs } from '../base/dialogs';
import { Toasts } from '../shared/toasts/toasts';
import { Copying } from './copying';
import type { Invited } from './invited';

/** What a person can do with an invitation that was sent. */
@Injectable({ providedIn: 'root' })
export class InvitationActions {
  private readonly api = inject(InvitationsApi);
  private readonly changes = inject(Changes);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  private readonly copying = inject(Copying);

  async copyLink(invited: Invited): Promise<void> {
    const link = firstValueFrom(this.api.link(invited.invitationId)).then(({ url }) => url);
    try {
      if (await this.copying.copy(link)) return this.toasts.show(`Link for ${invited.name} copied.`, 'link');
      const { LinkByHand } = await import('./link-by-hand');
      this.dialogs.open(LinkByHand, 'link-title', { data: { name: invited.name, url: await link } });
    } catch (error) {
      this.toasts.failed(`The link was not copied. ${toApiError(error).message}`, () => void this.copyLink(invited));
    }
  }

  async resend(invited: Invited): Promise<void> {
    const says = { done: `Invite to ${invited.name} is sent again.`, failed: 'The invite was not sent again.' };
    await this.command(invited, this.api.resend(invited.invitationId), says, () => this.resend(invited));
  }

  async withdraw(invited: Invited): Promise<void> {
    const { Withdraw } = await import('./withdraw');
    const options = { width: '440px', role: 'alertdialog', ariaDescribedBy: 'withdraw-text', data: invited } as const;
    const question = this.dialogs.open<unknown, Invited, boolean>(Withdraw, 'withdraw-title', options);
    if ((await firstValueFrom(question.afterClosed())) === true) await this.withdrawNow(invited);
  }

  /** Of a withdrawn one: the same creator, a new link, a new mail. */
  async inviteAgain(invited: Invited & { email: string }, key = newCommandKey()): Promise<void> {
    const { name, email } = invited;
    const says = { done: `${name} is invited again, with a new link.`, failed: `${name} was not invited again.` };
    await this.command(invited, this.api.issue({ name, email }, key), says, () => this.inviteAgain(invited, key));
  }

  private async withdrawNow(invited: Invited): Promise<void> {
    const says = { done: `Invite to ${invited.name} withdrawn.`, failed: 'The invite was not withdrawn.' };
    await this.command(invited, this.api.withdraw(invited.invitationId), says, () => this.withdrawNow(invited));
  }

  private async command(
    invited: Invited,
    sent: Observable<unknown>,
    says: { done: string; failed: string },
    again: () => Promise<void>,
  ): Promise<void> {
    try {
      await firstValueFrom(sent);
      this.changes.announce('invitations', invited.invitationId);
      this.toasts.show(says.done);
    } catch (error) {
      this.toasts.failed(`${says.failed} ${toApiError(error).message}`, () => void again());
    }
  }
}
