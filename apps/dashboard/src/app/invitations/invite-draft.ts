import { computed, signal } from '@angular/core';
import { newCommandKey, type ApiError } from '@linkage/api-client';
import { EMAIL_ALREADY_EXISTS, EMAIL_INCOMPLETE, isEmailAddress } from '@linkage/contracts';

/** What is typed into the invite dialog, what is wrong with it, and what the server said about it. */
export class InviteDraft {
  readonly name = signal('');
  readonly email = signal('');
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
  readonly empty = computed(() => this.name() === '' && this.email() === '');
  private readonly complete = computed(() => isEmailAddress(this.request().email));
  readonly nameError = computed(() => {
    const refused = this.refused();
    if (refused?.name !== undefined && refused.sentName === this.request().name) return refused.name;
    return this.request().name.length > 200 ? 'Use at most 200 characters.' : null;
  });
  readonly emailError = computed(() => {
    const refused = this.refused();
    if (refused?.email !== undefined && refused.sentEmail === this.request().email) return refused.email;
    return this.leftEmail() && this.request().email !== '' && !this.complete() ? EMAIL_INCOMPLETE : null;
  });

  /** Why it cannot be sent; null: it can. */
  readonly obstacle = computed(() => {
    const { name, email } = this.request();
    if (this.sending()) return 'Sending …';
    if (name === '' && email === '') return 'Give a name and an e-mail to send.';
    if (name === '') return 'Give a name to send.';
    if (email === '') return 'Give an e-mail to send.';
    if (this.nameError() !== null) return 'Fix the name to send.';
    return !this.complete() || this.emailError() !== null ? 'Fix the e-mail to send.' : null;
  });

  leaveEmail(): void {
    this.leftEmail.set(true);
  }

  /** The same for the same name and e-mail, so that a repeated try is one invitation. */
  commandKey(): string {
    const of = JSON.stringify(this.request());
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
