import { Component, ElementRef, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { InvitationsApi, toApiError } from '@linkage/api-client';
import type { MessagePreview as Preview } from '@linkage/contracts';
import { Icon, type IconName } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import type { MessageDraft, MessageReader } from './message-draft';

type View = 'phone' | 'desktop' | 'text';

const TYPING_PAUSE_MS = 250;

const views: readonly { view: View; label: string; icon: IconName }[] = [
  { view: 'phone', label: 'Phone', icon: 'phone' },
  { view: 'desktop', label: 'Desktop', icon: 'monitor' },
  { view: 'text', label: 'Plain', icon: 'text' },
];

/**
 * The mail that the message becomes, as the server renders it: on a phone, on a desktop, in the dark, and as plain
 * text.
 */
@Component({
  selector: 'app-message-preview',
  imports: [Icon],
  templateUrl: './message-preview.html',
  styleUrl: './message-preview.css',
})
export class MessagePreview {
  private readonly api = inject(InvitationsApi);
  private readonly frame = viewChild<string, ElementRef<HTMLIFrameElement>>('frame', { read: ElementRef });
  readonly draft = input.required<MessageDraft>();
  readonly reader = input.required<MessageReader>();
  protected readonly views = views;
  protected readonly view = signal<View>('phone');
  protected readonly dark = signal(false);
  protected readonly mail = signal<Preview | null>(null);
  protected readonly problem = signal<string | null>(null);
  private readonly loaded = signal(false);
  protected readonly faulty = computed(() => this.draft().faults().length > 0);
  protected readonly state = computed(() => {
    if (this.faulty()) return 'The preview goes on when the message is mended.';
    return this.problem();
  });
  private asked = 0;

  constructor() {
    effect((onCleanup) => {
      const { subject, text } = this.draft().message();
      const reader = this.reader();
      if (this.faulty()) return;
      const request = { messageSubject: subject, messageText: text, ...reader };
      const timer = setTimeout(() => void this.ask(request), this.mail() === null ? 0 : TYPING_PAUSE_MS);
      onCleanup(() => clearTimeout(timer));
    });
    effect(() => {
      if (this.loaded()) this.draw(this.mail()?.html ?? '', this.dark());
    });
  }

  /** Told again after each drawing. */
  protected frameLoaded(): void {
    this.loaded.set(true);
  }

  private async ask(request: Parameters<InvitationsApi['previewMessage']>[0]): Promise<void> {
    const asked = (this.asked += 1);
    try {
      const mail = await firstValueFrom(this.api.previewMessage(request));
      if (asked !== this.asked) return;
      this.mail.set(mail);
      this.problem.set(null);
    } catch (error) {
      if (asked === this.asked) this.problem.set(`There is no preview now. ${toApiError(error).message}`);
    }
  }

  /**
   * Into a document of ours that allows inline styles, which this page does not. A mail follows the colours of the
   * system; here the choice does.
   */
  private draw(html: string, dark: boolean): void {
    const page = this.frame()?.nativeElement.contentDocument;
    if (!page) return;
    page.open();
    page.write(html.replaceAll('(prefers-color-scheme: dark)', dark ? 'all' : 'not all'));
    page.close();
    // A click would leave the preview.
    page.addEventListener('click', (event) => event.preventDefault());
  }
}
