import {
  DestroyRef,
  Directive,
  ElementRef,
  ViewContainerRef,
  inject,
  signal,
  type EmbeddedViewRef,
  type TemplateRef,
} from '@angular/core';
import { Floating } from './floating';

/**
 * A button that opens something beside it: closed by a second press, Escape, and a press elsewhere; the button then has
 * the focus again.
 */
@Directive({
  host: { '[attr.aria-expanded]': 'open()', '(click)': 'open() ? close() : show()' },
})
export abstract class Popup {
  private readonly shown = signal(false);
  readonly open = this.shown.asReadonly();
  protected readonly button = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly container = inject(ViewContainerRef);
  private floating: Floating | undefined;
  private view: EmbeddedViewRef<unknown> | undefined;
  private readonly pressed = ({ target }: Event): void => {
    const isHere = target instanceof Node && (this.floating?.element.contains(target) || this.button.contains(target));
    if (!isHere) this.close(false);
  };

  constructor() {
    inject(DestroyRef).onDestroy(() => this.close(false));
  }

  /** `back`: the button gets the focus; not when something else was pressed. */
  close(back = true): void {
    if (!this.floating) return;
    this.button.ownerDocument.removeEventListener('pointerdown', this.pressed, { capture: true });
    if (back) this.button.focus({ preventScroll: true });
    this.view?.destroy();
    this.floating.remove();
    this.floating = this.view = undefined;
    this.shown.set(false);
  }

  show(): void {
    this.shown.set(true);
    const { content, data, look } = this.what();
    this.view = this.container.createEmbeddedView(content, data);
    this.view.detectChanges();
    this.floating = new Floating(this.button, look);
    const { element } = this.floating;
    element.append(...(this.view.rootNodes as Node[]));
    element.addEventListener('keydown', (event) => this.keyed(event, element));
    this.button.ownerDocument.addEventListener('pointerdown', this.pressed, { capture: true });
    this.floating.show();
    this.greet(element);
  }

  /** What is shown, with what, and its class. */
  protected abstract what(): { readonly content: TemplateRef<unknown>; readonly data?: object; readonly look: string };

  /** When it is there. */
  protected abstract greet(element: HTMLElement): void;

  /** Whether the key did something. */
  protected abstract onKey(event: KeyboardEvent, element: HTMLElement): boolean;

  private keyed(event: KeyboardEvent, element: HTMLElement): void {
    if (event.key === 'Escape') this.close();
    else if (!this.onKey(event, element)) return;
    event.preventDefault();
    event.stopPropagation();
  }
}
