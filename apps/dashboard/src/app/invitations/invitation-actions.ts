import { Injectable, Injector, inject, signal } from '@angular/core';
import { InvitationsApi, newCommandKey, toApiError } from '@linkage/api-client';
import type { InvitationListItem } from '@linkage/contracts';
import { firstValueFrom, type Observable } from 'rxjs';
import { Changes } from '../shared/changes/changes';
import { Dialogs } from '../base/dialogs';
import { Drafts } from '../shared/drafts/drafts';
import { Inviting } from '../shared/inviting/inviting';
import { Toasts } from '../shared/toasts/toasts';
import { Copying } from '../base/copying';
import type { MessageFields } from '../messages';
import { mailAction, NO_MAILS } from './mail-action';
import { INVITE_DRAFT, type Invited } from './invited';
import type { WithdrawChoice, Withdrawing } from './withdraw';

interface Says {
  readonly done: string;
  readonly failed: string;
}

/** The same again would be refused again. */
const hopeless: ReadonlySet<string> = new Set([
  'mail-asked-recently',
  'mail-already-sent',
  'nothing-to-reconnect',
  'creator-opted-out',
]);

/** What a person can do with an invitation that was sent. */
@Injectable({ providedIn: 'root' })
export class InvitationActions {
  private readonly api = inject(InvitationsApi);
  private readonly changes = inject(Changes);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  private readonly copying = inject(Copying);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  /** Invitations whose mail is being asked for. */
  readonly busy = signal<ReadonlySet<string>>(new Set());

  async copyLink(invited: Invited): Promise<void> {
    const link = firstValueFrom(this.api.link(invited.invitationId)).then(({ url }) => url);
    try {
      if (await this.copying.copy(link)) return this.toasts.show(`Link for ${invited.name} copied.`, 'link');
      const load = () => import('./link-by-hand').then(({ LinkByHand }) => LinkByHand);
      await this.dialogs.show(load, 'link-title', { data: { name: invited.name, url: await link } });
    } catch (error) {
      this.toasts.failed(`The link was not copied. ${toApiError(error).message}`, () => void this.copyLink(invited));
    }
  }

  /** The mail that fits: the invite, or what has to be connected again. */
  async mail(item: InvitationListItem): Promise<void> {
    if (item.optedOut) return this.toasts.show(NO_MAILS, 'alert');
    return mailAction(item) === 'Ask to reconnect' ? this.askToReconnect(item) : this.resend(item);
  }

  async askToReconnect(invited: Invited): Promise<void> {
    const says = { done: `${invited.name} is asked to reconnect.`, failed: `${invited.name} was not asked.` };
    await this.sendMail(invited, this.api.askToReconnect(invited.invitationId), says);
  }

  /** With a message that is written for it. */
  async writeAndResend(invited: Invited): Promise<void> {
    const load = () => import('./resend-message').then(({ ResendMessage }) => ResendMessage);
    const message = await this.dialogs.show<MessageFields, Invited>(load, 'resend-title', {
      data: { invitationId: invited.invitationId, name: invited.name },
      panelClass: 'writing',
    });
    if (message !== undefined) await this.resend(invited, message);
  }

  async resend(invited: Invited, message: MessageFields = {}): Promise<void> {
    const says = { done: `Invite sent again to ${invited.name}.`, failed: 'The invite was not sent again.' };
    await this.sendMail(invited, this.api.resend(invited.invitationId, message), says);
  }

  async showProgress({ invitationId, name }: Invited): Promise<void> {
    const load = () => import('./progress').then(({ Progress }) => Progress);
    await this.dialogs.show(load, 'progress-title', { width: '440px', data: { invitationId, name } });
  }

  async showFunnel(): Promise<void> {
    await this.dialogs.show(() => import('./funnel').then(({ Funnel }) => Funnel), 'funnel-title');
  }

  /** Another e-mail is another invite; the one that bounced stays until it is withdrawn. */
  async correctEmail({ name, email }: Pick<InvitationListItem, 'name' | 'email'>): Promise<void> {
    this.drafts.keep(INVITE_DRAFT, { name, email });
    await this.injector.get(Inviting).open();
  }

  async withdraw({ accounts, ...invited }: Invited & Pick<InvitationListItem, 'accounts'>): Promise<void> {
    const load = () => import('./withdraw').then(({ Withdraw }) => Withdraw);
    const data = { ...invited, connected: accounts.filter(({ cause }) => cause !== 'disconnected') };
    const options = { width: '440px', role: 'alertdialog', ariaDescribedBy: 'withdraw-text', data } as const;
    const choice = await this.dialogs.show<WithdrawChoice, Withdrawing>(load, 'withdraw-title', options);
    if (choice !== undefined) await this.withdrawNow(data, choice);
  }

  /** Of a withdrawn one: the same creator, a new link, a new mail. */
  async inviteAgain(invited: Invited & { email: string }, key = newCommandKey()): Promise<void> {
    const { name, email } = invited;
    const says = { done: `${name} was invited again with a new link.`, failed: `${name} was not invited again.` };
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

  /** The button waits for the answer; then there are ten seconds to take it back. */
  private async sendMail(invited: Invited, sent: Observable<unknown>, says: Says): Promise<void> {
    const { invitationId } = invited;
    if (this.busy().has(invitationId)) return;
    this.busy.update((busy) => new Set([...busy, invitationId]));
    try {
      await this.command(
        invited,
        sent,
        says,
        () => this.sendMail(invited, sent, says),
        () => this.undoMail(invited),
      );
    } finally {
      this.busy.update((busy) => new Set([...busy].filter((id) => id !== invitationId)));
    }
  }

  private async undoMail(invited: Invited): Promise<void> {
    const says = { done: `The e-mail to ${invited.name} is not sent.`, failed: 'The e-mail could not be stopped.' };
    await this.command(invited, this.api.undoMail(invited.invitationId), says, () => this.undoMail(invited));
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
    says: Says,
    again: () => Promise<void>,
    undo?: () => Promise<void>,
  ): Promise<void> {
    try {
      await firstValueFrom(sent);
      this.changes.announce('invitations', invited.invitationId);
      if (undo === undefined) this.toasts.show(says.done);
      else this.toasts.undoable(says.done, () => void undo());
    } catch (error) {
      const { code, message } = toApiError(error);
      if (hopeless.has(code)) this.toasts.show(`${says.failed} ${message}`, 'alert');
      else this.toasts.failed(`${says.failed} ${message}`, () => void again());
    }
  }
}
