import { Component, inject, input, signal, viewChild } from '@angular/core';
import { messageVariables } from '@linkage/contracts';
import { Icon } from '@linkage/ui';
import { NoMails } from '../shared/session/no-mails';
import { SessionStore } from '../shared/session/session-store';
import { MarkedText } from './marked-text';
import type { MessageDraft, MessageReader } from './message-draft';
import { MessagePreview } from './message-preview';

/** A message to creators: left what is written, right the mail that it becomes. */
@Component({
  selector: 'app-message-editor',
  imports: [Icon, MarkedText, MessagePreview, NoMails],
  templateUrl: './message-editor.html',
  styleUrl: './message-editor.css',
})
export class MessageEditor {
  private readonly subjectField = viewChild.required<MarkedText>('subject');
  private readonly textField = viewChild.required<MarkedText>('text');
  readonly draft = input.required<MessageDraft>();
  readonly reader = input.required<MessageReader>();
  protected readonly workspace = inject(SessionStore).session()?.workspace.name ?? 'This workspace';
  protected readonly inText = messageVariables;
  protected readonly inSubject = messageVariables.filter((variable) => variable !== 'connectLink');
  protected readonly chips = [
    { label: 'Creator’s name', variable: '{{name}}' },
    { label: 'Brand', variable: '{{workspace}}' },
    { label: 'Your name', variable: '{{sender}}' },
  ] as const;
  private readonly last = signal<'subject' | 'text'>('text');

  protected enter(field: 'subject' | 'text'): void {
    this.last.set(field);
  }

  /** Where the caret was last. */
  protected insert(variable: string): void {
    (this.last() === 'subject' ? this.subjectField() : this.textField()).insert(variable);
  }

  protected insertButton(): void {
    this.textField().insert('\n\n{{connectLink}}\n\n');
  }

  protected wrap(before: string, after: string): void {
    this.textField().insert(before, after);
  }
}
