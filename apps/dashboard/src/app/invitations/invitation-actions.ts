import { Injectable, inject } from '@angular/core';
import { InvitationsApi, newCommandKey, toApiError } from '@linkage/api-client';
import type { InvitationListItem } from '@linkage/contracts';
import { firstValueFrom, type Observable } from 'rxjs';
import { Changes } from '../shared/changes/changes';
import { Dialogs } from '../base/dialogs';
import { Toasts } from '../shared/toasts/toasts';
import { Copying } from './copying';
import type { Invited } from './invited';
import type { WithdrawChoice, Withdrawing } from './withdraw';

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

  async withdraw({ accounts, ...invited }: Invited & Pick<InvitationListItem, 'accounts'>): Promise<void> {
    const { Withdraw } = await import('./withdraw');
    const data = { ...invited, connected: accounts.filter(({ cause }) => cause !== 'disconnected') };
    const options = { width: '440px', role: 'alertdialog', ariaDescribedBy: 'withdraw-text', data } as const;
    const question = this.dialogs.open<unknown, Withdrawing, WithdrawChoice>(Withdraw, 'withdraw-title', options);
    const choice = await firstValueFrom(question.afterClosed());
    if (choice !== undefined) await this.withdrawNow(data, choice);
  }

  /** Of a withdrawn one: the same creator, a new link, a new mail. */
  async inviteAgain(invited: Invited & { email: string }, key = newCommandKey()): Promise<void> {
    const { name, email } = invited;
    const says = { done: `${name} is invited again, with a new link.`, failed: `${name} was not invited again.` };
    await this.command(invited, this.api.issue({ name, email }, key), says, () => this.inviteAgain(invited, key));
  }

  private async withdrawNow(invited: Withdrawing, choice: WithdrawChoice): Promise<void> {
    const count = invited.connected.length;
    const ended = choice === 'disconnect' ? `, ${count} ${count === 1 ? 'account' : 'accounts'} disconnected` : '';
    const says = { done: `Invite to ${invited.name} withdrawn${ended}.`, failed: 'The invite was not withdrawn.' };
    const request = choice === 'none' ? {} : { accounts: choice };
    const again = () => this.withdrawNow(invited, choice);
    const undo = choice === 'disconnect' ? undefined : () => this.undoWithdrawal(invited);
    await this.command(invited, this.api.withdraw(invited.invitationId, request), says, again, undo);
  }

  private async undoWithdrawal(invited: Invited): Promise<void> {
    const done = `Invite to ${invited.name} is back. Its link works again.`;
    const says = { done, failed: 'The withdrawal was not undone.' };
    await this.command(invited, this.api.undoWithdrawal(invited.invitationId), says, () =>
      this.undoWithdrawal(invited),
    );
  }

  private async command(
    invited: Invited,
    sent: Observable<unknown>,
    says: { done: string; failed: string },
    again: () => Promise<void>,
    undo?: () => Promise<void>,
  ): Promise<void> {
    try {
      await firstValueFrom(sent);
      this.changes.announce('invitations', invited.invitationId);
      if (undo === undefined) this.toasts.show(says.done);
      else this.toasts.undoable(says.done, () => void undo());
    } catch (error) {
      this.toasts.failed(`${says.failed} ${toApiError(error).message}`, () => void again());
    }
  }
}
