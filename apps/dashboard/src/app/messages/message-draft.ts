import { computed, inject, signal } from '@angular/core';
import { InvitationsApi } from '@linkage/api-client';
import {
  isSameMessage,
  messageFaults,
  predefinedMessage,
  type MessageFault,
  type MessageTemplateAnswer,
  type WrittenMessage,
} from '@linkage/contracts';
import { firstValueFrom } from 'rxjs';

/** For whom a message is shown: a creator that is invited already, or by name and e-mail. */
export type MessageReader = { readonly invitationId: string } | { readonly name: string; readonly email: string };

/** A message as requests have it. */
export interface MessageFields {
  messageSubject?: string;
  messageText?: string;
}

/** A message while it is written, beside the template that it started from. */
export class MessageDraft {
  private readonly api = inject(InvitationsApi);
  private readonly answer = signal<MessageTemplateAnswer | null>(null);
  private readonly typed = signal<WrittenMessage | null>(null);
  private readonly seen = signal(false);
  /** The predefined message is the start, although there is a template. */
  readonly fromPredefined = signal(false);
  readonly hasTemplate = computed(() => (this.answer()?.saved ?? null) !== null);
  readonly testTo = computed(() => this.answer()?.testTo ?? null);
  private readonly start = computed(() =>
    this.fromPredefined() ? predefinedMessage : (this.answer()?.saved ?? predefinedMessage),
  );
  readonly message = computed(() => this.typed() ?? this.start());
  readonly changed = computed(() => !isSameMessage(this.message(), this.start()));
  /** What invites say is something else than this. */
  readonly differs = computed(() => !isSameMessage(this.message(), this.answer()?.saved ?? predefinedMessage));
  readonly faults = computed(() => messageFaults(this.message()));

  async load(): Promise<void> {
    try {
      this.answer.set(await firstValueFrom(this.api.messageTemplate()));
    } catch {
      // Unseen, the server sends the template all the same; what is seen is sent as it is seen.
    }
  }

  /** null: nothing is wrong there. */
  faultOf(field: MessageFault['field']): string | null {
    const faults = this.faults().filter((fault) => fault.field === field);
    return faults.length === 0 ? null : faults.map(({ message }) => message).join(' ');
  }

  write(change: Partial<WrittenMessage>): void {
    this.typed.set({ ...this.message(), ...change });
  }

  reset(): void {
    this.typed.set(null);
  }

  startFrom(predefined: boolean): void {
    this.fromPredefined.set(predefined);
    this.reset();
  }

  /** From now on what is sent is what was looked at, whatever becomes of the template. */
  look(): void {
    this.seen.set(true);
  }

  /** Nothing of it, where it was neither seen nor changed: the template is sent as it is then. */
  request(): MessageFields {
    if (!this.seen() && !this.changed()) return {};
    const { subject, text } = this.message();
    return { messageSubject: subject, messageText: text };
  }

  /** What is to be kept for a page that is loaded again. */
  kept(): MessageFields {
    return this.changed() ? this.request() : {};
  }

  restore(draft: Readonly<Record<string, unknown>> | undefined): void {
    const { messageSubject: subject, messageText: text } = draft ?? {};
    if (typeof subject === 'string' && typeof text === 'string') this.typed.set({ subject, text });
  }
}
