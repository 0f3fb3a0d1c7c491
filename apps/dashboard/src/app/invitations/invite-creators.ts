import {
  Component,
  DOCUMENT,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { InvitationsApi, toApiError, type ApiError } from '@linkage/api-client';
import type { ProblemCode } from '@linkage/contracts';
import { Banner, Icon } from '@linkage/ui';
import { Control, Field } from '@linkage/ui/field';
import { filter, firstValueFrom } from 'rxjs';
import { ServerClock } from '../base/server-clock';
import { closeByBack } from '../base/close-by-back';
import { whileShown } from '../base/while-shown';
import { NoMails } from '../shared/session/no-mails';
import { UnconfirmedEmail } from '../shared/session/unconfirmed-email';
import { PlanNotice } from '../shared/plan/plan-notice';
import { Changes } from '../shared/changes/changes';
import { Drafts } from '../shared/drafts/drafts';
import { Toasts } from '../shared/toasts/toasts';
import { CSV_MESSAGE_DRAFT, ImportCreators } from '../imports';
import { MessageCard, MessageEditor, MessageTools } from '../messages';
import { InvitationActions } from './invitation-actions';
import { InviteDraft } from './invite-draft';
import { INVITE_DRAFT, type Invited } from './invited';
import { KnownEmails } from './known-emails';

/** Why nothing was sent, where what has to be done stands above already. */
const shortly: Readonly<Partial<Record<ProblemCode, string>>> = {
  'email-not-confirmed': 'Your own e-mail is not confirmed yet.',
  'staging-expired': 'No new creator can be invited now.',
  'staging-limit-reached': 'No new creator can be invited now.',
};

/** Invite one creator by name and e-mail. */
@Component({
  selector: 'app-invite-creators',
  imports: [
    ...[Banner, Control, Field, Icon, ImportCreators],
    ...[MessageCard, MessageEditor, MessageTools, NoMails, PlanNotice, UnconfirmedEmail],
  ],
  templateUrl: './invite-creators.html',
  styleUrls: ['../base/dialog.css', './invite-creators.css'],
})
export class InviteCreators {
  private readonly api = inject(InvitationsApi);
  private readonly changes = inject(Changes);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly dialog = inject<MatDialogRef<InviteCreators>>(MatDialogRef);
  private readonly emailField = viewChild<string, ElementRef<HTMLInputElement>>('email', { read: ElementRef });
  private readonly keepButton = viewChild<string, ElementRef<HTMLElement>>('keep', { read: ElementRef });
  private readonly drafts = inject(Drafts);
  private readonly page = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  protected readonly sendsMail = inject(ServerClock).sendsMail;
  private before: HTMLElement | undefined;
  private readonly file = viewChild(ImportCreators);
  protected readonly draft = new InviteDraft();
  protected readonly modes = [
    { mode: 'one', label: 'One creator' },
    { mode: 'csv', label: 'CSV' },
  ] as const;
  protected readonly mode = signal<'one' | 'csv'>('one');
  /** What was done in the other mode stays while the dialog is open. */
  protected readonly visited = linkedSignal<'one' | 'csv', boolean>({
    source: this.mode,
    computation: (mode, before) => mode === 'csv' || before?.value === true,
  });
  private readonly unsaved = computed(() => !this.draft.empty() || this.file()?.unsaved() === true);
  /** Closing would lose what is typed: asked first. */
  protected readonly asking = signal(false);
  /** The message fills the dialog. */
  protected readonly writing = signal(false);
  /** To see the mail with, as long as no name is typed. */
  protected readonly reader = computed(() => {
    const { name, email } = this.draft.request();
    return { name: name.slice(0, 200) || 'Alex Example', email: email.slice(0, 254) || 'alex@example.com' };
  });
  protected readonly blocked = computed(() => this.draft.obstacle() !== null);

  protected readonly whyUnsent = ({ code, message }: ApiError): string => shortly[code as ProblemCode] ?? message;

  constructor() {
    this.draft.restore(this.drafts.read(INVITE_DRAFT));
    effect(() => this.drafts.keep(INVITE_DRAFT, this.draft.kept()));
    void this.draft.message.load();
    effect(() => {
      if (this.writing()) this.dialog.addPanelClass('writing');
      else this.dialog.removePanelClass('writing');
    });
    new KnownEmails(this.draft);
    effect(() => this.judgeFilledIn());
    effect(() => this.keepButton()?.nativeElement.focus());
    this.dialog.backdropClick().subscribe(() => this.leave());
    // Not a listener of this element: Escape counts before the focus has arrived, too.
    this.dialog
      .keydownEvents()
      .pipe(filter(({ key }) => key === 'Escape'))
      .subscribe(() => this.leave());
    whileShown(closeByBack(() => this.leaveByBack()));
  }

  protected async send(): Promise<void> {
    if (this.blocked()) return;
    this.draft.sending.set(true);
    this.draft.unsent.set(null);
    try {
      const request = this.draft.whole();
      const { invitationId } = await firstValueFrom(this.api.issue(request, this.draft.commandKey()));
      this.close();
      this.changes.announce('invitations', invitationId);
      if (this.sendsMail()) this.toasts.show(`Invite to ${request.name} is on its way.`, 'send');
      else this.offerLink({ invitationId, name: request.name });
    } catch (error) {
      this.draft.refuse(toApiError(error));
      this.writing.set(false);
      if (this.draft.emailError() !== null)
        afterNextRender(() => this.emailField()?.nativeElement.focus(), { injector: this.injector });
    } finally {
      this.draft.sending.set(false);
    }
  }

  /** An e-mail that came without the focus, filled in or kept, is judged at once: it is not being typed. */
  private judgeFilledIn(): void {
    const field = this.emailField()?.nativeElement;
    if (this.draft.email() !== '' && field !== undefined && field !== this.page.activeElement) this.draft.leaveEmail();
  }

  private offerLink(invited: Invited): void {
    this.toasts.offering(`${invited.name} is invited. No e-mail goes out.`, 'Copy Link', () => {
      void this.injector.get(InvitationActions).copyLink(invited);
    });
  }

  /** Asks first when something is typed; to be asked twice means to go on writing. */
  protected leave(): void {
    if (!this.unsaved()) this.close();
    else if (this.asking()) this.goOn();
    else this.ask();
  }

  protected write(): void {
    this.draft.message.look();
    this.writing.set(true);
    this.focusNext('app-message-editor textarea');
  }

  protected stopWriting(): void {
    this.writing.set(false);
    this.focusNext('app-message-card button');
  }

  /** What had the focus is gone. */
  private focusNext(selector: string): void {
    const focus = (): void => this.page.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender(focus, { injector: this.injector });
  }

  protected changeMode(event: KeyboardEvent): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const next = this.mode() === 'one' ? 'csv' : 'one';
    this.mode.set(next);
    this.page.getElementById(`invite-${next}`)?.focus();
  }

  protected goOn(): void {
    this.asking.set(false);
    afterNextRender(() => this.before?.focus(), { injector: this.injector });
  }

  /** The invite that has this e-mail already, in the list below. */
  protected showKnown(): void {
    const search = this.draft.request().email;
    this.close();
    this.dialog.afterClosed().subscribe(() => void this.router.navigate(['/creators'], { queryParams: { search } }));
  }

  /** Sent or thrown away. */
  protected close(): void {
    this.drafts.keep(INVITE_DRAFT, undefined);
    this.drafts.keep(CSV_MESSAGE_DRAFT, undefined);
    this.dialog.close();
  }

  private ask(): void {
    const focused = this.page.activeElement;
    this.before = focused instanceof HTMLElement ? focused : undefined;
    this.asking.set(true);
  }

  /** Whether the dialog is closed with that. */
  private leaveByBack(): boolean {
    this.leave();
    return !this.unsaved();
  }
}
