import {
  ApplicationRef,
  DOCUMENT,
  DestroyRef,
  EnvironmentInjector,
  Injectable,
  createComponent,
  effect,
  inject,
  signal,
} from '@angular/core';
import type { IconName } from '@linkage/ui';
import { ToastHost, type ToastContent } from './toast-host';

const READING_TIME = 6_000;
const UNDO_TIME = 10_000;

/**
 * Short reports at the bottom right, read out politely, one at a time. One that offers to try again stays until it is
 * closed.
 */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly content = signal<ToastContent | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const host = createComponent(ToastHost, { environmentInjector: inject(EnvironmentInjector) });
    host.instance.closed.subscribe((content) => this.close(content));
    effect(() => host.setInput('content', this.content()));
    inject(DOCUMENT).body.append(host.location.nativeElement as HTMLElement);
    inject(ApplicationRef).attachView(host.hostView);
    inject(DestroyRef).onDestroy(() => host.destroy());
  }

  show(text: string, icon: IconName = 'check'): void {
    this.open({ text, icon }, READING_TIME);
  }

  /** A command that did not happen, with a way to try again. */
  failed(text: string, again: () => void): void {
    this.open({ text, icon: 'alert', action: { label: 'Try again', run: again } });
  }

  /** A command that can be taken back for ten seconds. */
  undoable(text: string, undo: () => void): void {
    this.open({ text, icon: 'check', action: { label: 'Undo', run: undo } }, UNDO_TIME);
  }

  /** What was done, and the step that comes next. */
  offering(text: string, label: string, run: () => void): void {
    this.open({ text, icon: 'check', action: { label, run } }, UNDO_TIME);
  }

  /** Nothing happens when another one has taken its place. */
  private close(content: ToastContent): void {
    if (this.content() === content) this.content.set(null);
  }

  private open(content: ToastContent, duration?: number): void {
    clearTimeout(this.timer);
    this.content.set(content);
    if (duration !== undefined) this.timer = setTimeout(() => this.close(content), duration);
  }
}
