import { computed, signal } from '@angular/core';
import { newCommandKey, type ApiError } from '@linkage/api-client';
import { EMAIL_ALREADY_EXISTS, EMAIL_INCOMPLETE, foldEmail, isEmailAddress, likelyEmail } from '@linkage/contracts';
import { MessageDraft, type MessageFields } from '../messages';

/** What is typed into the invite dialog, what is wrong with it, and what the server said about it. */
export class InviteDraft {
  readonly name = signal('');
  readonly email = signal('');
  /** What the mail says. */
  readonly message = new MessageDraft();
  readonly sending = signal(false);
  /** The server refused this e-mail or name as it was sent. */
  private readonly refused = signal<{ name?: string; email?: string; sentName: string; sentEmail: string } | null>(
    null,
  );
  /** Nothing is known about what was sent; the same key makes sending again harmless. */
  readonly unsent = signal<ApiError | null>(null);
  private readonly leftEmail = signal(false);
  private key: { of: string; key: string } | undefined;

  readonly request = computed(() => ({ name: this.name().trim(), email: this.email().trim() }));
  readonly empty = computed(() => this.name() === '' && this.email() === '' && !this.message.changed());
  private readonly complete = computed(() => isEmailAddress(this.request().email));
  /** null: it is not complete. */
  readonly completeEmail = computed(() => (this.complete() ? this.request().email : null));
  /** An e-mail, folded, that was invited before. */
  private readonly invited = signal<string | null>(null);
  private readonly isInvited = computed(() => {
    const email = this.completeEmail();
    return email !== null && this.invited() !== null && foldEmail(email) === this.invited();
  });
  /** What was probably meant instead of an e-mail that is right in form, or nearly. */
  readonly likely = computed(() => (this.leftEmail() ? likelyEmail(this.request().email) : null));
  readonly nameError = computed(() => {
    const refused = this.refused();
    if (refused?.name !== undefined && refused.sentName === this.request().name) return refused.name;
    return this.request().name.length > 200 ? 'Use at most 200 characters.' : null;
  });
  readonly emailError = computed(() => {
    const refused = this.refused();
    if (refused?.email !== undefined && refused.sentEmail === this.request().email) return refused.email;
    if (this.isInvited()) return EMAIL_ALREADY_EXISTS;
    return this.leftEmail() && this.request().email !== '' && !this.complete() ? EMAIL_INCOMPLETE : null;
  });

  /** Why it cannot be sent; null: it can. */
  readonly obstacle = computed(() => {
    const { name, email } = this.request();
    if (this.sending()) return 'Sending …';
    if (name === '' && email === '') return 'Enter a name and an e-mail.';
    if (name === '') return 'Enter a name.';
    if (email === '') return 'Enter an e-mail.';
    if (this.nameError() !== null) return 'Fix the name to send.';
    if (!this.complete() || this.emailError() !== null) return 'Fix the e-mail to send.';
    return this.message.faults().length > 0 ? 'Mend the message.' : null;
  });

  /** Typed before, in a dialog that this page or session did not outlive. */
  restore(draft: Readonly<Record<string, unknown>> | undefined): void {
    if (typeof draft?.['name'] === 'string') this.name.set(draft['name']);
    if (typeof draft?.['email'] === 'string') this.email.set(draft['email']);
    this.message.restore(draft);
  }

  kept(): Readonly<Record<string, unknown>> | undefined {
    return this.empty() ? undefined : { name: this.name(), email: this.email(), ...this.message.kept() };
  }

  whole(): { name: string; email: string } & MessageFields {
    return { ...this.request(), ...this.message.request() };
  }

  /** The e-mail was invited before, as far as is known. */
  readonly isKnown = computed(() => this.emailError() === EMAIL_ALREADY_EXISTS);

  knowInvited(email: string): void {
    this.invited.set(foldEmail(email));
  }

  leaveEmail(): void {
    this.leftEmail.set(true);
  }

  /** The same for the same name and e-mail, so that a repeated try is one invitation. */
  commandKey(): string {
    const of = JSON.stringify(this.whole());
    if (this.key?.of !== of) this.key = { of, key: newCommandKey() };
    return this.key.key;
  }

  refuse(error: ApiError): void {
    const sent = { sentName: this.request().name, sentEmail: this.request().email };
    if (error.code === 'email-already-invited') return this.refused.set({ ...sent, email: EMAIL_ALREADY_EXISTS });
    const [name, email] = [error.field('name'), error.field('email')];
    if (name === undefined && email === undefined) return this.unsent.set(error);
    this.refused.set({ ...sent, ...(name !== undefined && { name }), ...(email !== undefined && { email }) });
  }
}
