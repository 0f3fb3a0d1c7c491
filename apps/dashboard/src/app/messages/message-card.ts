import { Component, computed, inject, input, output } from '@angular/core';
import { CONNECT_WORDS } from '@linkage/contracts';
import { Icon } from '@linkage/ui';
import { SessionStore } from '../shared/session/session-store';
import type { MessageDraft } from './message-draft';

/** What the mail says, in a few words, and the way to change it. */
@Component({
  selector: 'app-message-card',
  imports: [Icon],
  template: `
    <div class="head"
      ><lk-icon name="mail" /><b>Message</b><span class="told">{{ which() }}</span
      ><span class="lk-space"></span
      ><button type="button" class="lk-button quiet small" (click)="edit.emit()"
        ><lk-icon name="text" [size]="14" /><span>Preview and edit</span></button
      ></div
    >
    <p dir="auto">{{ beginning() }}</p>
    @if (draft().faults().length > 0) {
      <p class="lk-bad">The message has to be mended before it can be sent.</p>
    }
  `,
  styleUrl: './message-card.css',
})
export class MessageCard {
  readonly draft = input.required<MessageDraft>();
  /** Of the creator. */
  readonly name = input.required<string>();
  readonly edit = output();
  protected readonly which = computed(() => {
    if (this.draft().changed()) return 'Changed for this invite';
    return this.draft().hasTemplate() && !this.draft().fromPredefined() ? 'Your template' : 'Predefined';
  });
  private readonly session = inject(SessionStore).session;
  protected readonly beginning = computed(() => {
    const { workspace, member } = this.session() ?? {};
    const filled: Readonly<Record<string, string | undefined>> = {
      name: this.name(),
      workspace: workspace?.name,
      sender: member?.name,
      connectLink: `[${CONNECT_WORDS}]`,
    };
    const { text } = this.draft().message();
    return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, variable: string) => filled[variable] ?? whole).slice(0, 240);
  });
}
