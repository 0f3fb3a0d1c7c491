import { placeBeside } from './place-beside';

/** A panel above everything, dialogs too, that stays beside what it belongs to while the page moves. */
export class Floating {
  readonly element: HTMLElement;
  private readonly follow = (): void => this.place();
  private readonly growth = 'ResizeObserver' in globalThis ? new ResizeObserver(this.follow) : undefined;

  constructor(
    private readonly beside: HTMLElement,
    className: string,
    private readonly gap = 6,
  ) {
    const { ownerDocument: page } = beside;
    this.element = page.createElement('div');
    this.element.className = className;
    this.element.popover = 'manual';
    page.body.append(this.element);
    page.addEventListener('scroll', this.follow, { capture: true, passive: true });
    page.defaultView?.addEventListener('resize', this.follow);
  }

  /** Once its content is in it: its size decides where it fits. */
  show(): void {
    // Specs run without a layout, and without the layer above the page.
    (this.element as Partial<HTMLElement>).showPopover?.();
    this.place();
    this.growth?.observe(this.element);
  }

  remove(): void {
    this.growth?.disconnect();
    const { ownerDocument: page } = this.element;
    page.removeEventListener('scroll', this.follow, { capture: true });
    page.defaultView?.removeEventListener('resize', this.follow);
    this.element.remove();
  }

  private place(): void {
    const { clientWidth: width, clientHeight: height } = this.element.ownerDocument.documentElement;
    const size = this.element.getBoundingClientRect();
    const { left, top } = placeBeside(this.beside.getBoundingClientRect(), size, { width, height }, this.gap);
    Object.assign(this.element.style, { left: `${left}px`, top: `${top}px` });
  }
}
