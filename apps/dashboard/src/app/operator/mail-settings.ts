import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject, signal } from '@angular/core';
import { toApiError } from '@linkage/api-client';
import { OperatorApi } from '@linkage/api-client/operator';
import {
  EMAIL_INCOMPLETE,
  isEmailAddress,
  type MailFinding,
  type MailTested,
  type OperatorMail,
} from '@linkage/contracts';
import { Banner, Icon, Status } from '@linkage/ui';
import { Control, Field } from '@linkage/ui/field';
import { firstValueFrom } from 'rxjs';
import { filledIn } from '../base/filled-in';
import { PageHeading } from '../shared/shell/page-heading';
import { Toasts } from '../shared/toasts/toasts';
import { matterWords, summaryOf, verdictWords } from './mail-words';

/**
 * Whether mails go out as they should: what the mail server says, the records of the sender in DNS, and a test mail.
 */
@Component({
  selector: 'app-mail-settings',
  imports: [Banner, Control, Field, Icon, PageHeading, Status],
  templateUrl: './mail-settings.html',
  styleUrl: './mail-settings.css',
})
export class MailSettings {
  private readonly api = inject(OperatorApi);
  private readonly clipboard = inject(Clipboard);
  private readonly toasts = inject(Toasts);
  protected readonly matters = matterWords;
  protected readonly verdicts = verdictWords;
  /** null: not loaded yet. */
  protected readonly settings = signal<OperatorMail | null>(null);
  protected readonly findings = signal<readonly MailFinding[] | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly checking = signal(false);
  protected readonly selector = signal('');
  protected readonly selectorFault = signal<string | null>(null);
  protected readonly to = signal('');
  protected readonly toFault = signal<string | null>(null);
  protected readonly sending = signal(false);
  protected readonly tested = signal<MailTested | null>(null);
  protected readonly summary = computed(() => summaryOf(this.checking() ? null : this.findings()));

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    try {
      this.settings.set(await firstValueFrom(this.api.mail()));
    } catch (error) {
      this.problem.set(toApiError(error).message);
      return;
    }
    if (this.settings()?.way === 'smtp') await this.check();
  }

  protected async check(): Promise<void> {
    const selector = this.selector().trim();
    this.checking.set(true);
    this.selectorFault.set(null);
    this.problem.set(null);
    try {
      const { findings } = await firstValueFrom(this.api.checkMail(selector === '' ? {} : { selector }));
      this.findings.set(findings);
    } catch (error) {
      const refused = toApiError(error);
      this.selectorFault.set(refused.field('selector') ?? null);
      if (this.selectorFault() === null) this.problem.set(refused.message);
    } finally {
      this.checking.set(false);
    }
  }

  protected checkAgain(form: HTMLFormElement): Promise<void> {
    this.selector.set(filledIn(form, 'selector'));
    return this.check();
  }

  protected async sendTest(form: HTMLFormElement): Promise<void> {
    this.to.set(filledIn(form, 'to'));
    const to = this.to().trim();
    this.toFault.set(isEmailAddress(to) ? null : EMAIL_INCOMPLETE);
    this.tested.set(null);
    if (this.toFault() !== null) return;
    this.sending.set(true);
    try {
      this.tested.set(await firstValueFrom(this.api.testMail({ to })));
    } catch (error) {
      this.toFault.set(toApiError(error).message);
    } finally {
      this.sending.set(false);
    }
  }

  protected copy(value: string): void {
    if (this.clipboard.copy(value)) this.toasts.show('The record is copied.', 'copy');
  }
}
