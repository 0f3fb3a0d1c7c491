import {
  Directive,
  ViewContainerRef,
  effect,
  inject,
  input,
  signal,
  untracked,
  type ComponentRef,
  type Signal,
  type Type,
} from '@angular/core';

/**
 * A component whose code comes when it is wanted for the first time: null while it isn't wanted or isn't there yet. The
 * first page then loads without it.
 */
export const whenWanted = (wanted: () => boolean, load: () => Promise<Type<unknown>>): Signal<Type<unknown> | null> => {
  const shown = signal<Type<unknown> | null>(null);
  effect((onCleanup) => {
    if (!wanted()) return shown.set(null);
    let isWanted = true;
    onCleanup(() => (isWanted = false));
    // Code that is missing is met where every error is: the page loads again, or says so.
    void load().then((component) => isWanted && shown.set(component));
  });
  return shown.asReadonly();
};

/**
 * Draws such a component: `<ng-container *appLater="form(); with: { label }" />`. Angular's own outlet does more and
 * weighs more.
 */
@Directive({ selector: '[appLater]' })
export class Later {
  readonly appLater = input.required<Type<unknown> | null>();
  readonly appLaterWith = input<Readonly<Record<string, unknown>>>({});
  private readonly place = inject(ViewContainerRef);
  private drawn: ComponentRef<unknown> | undefined;

  constructor() {
    effect(() => {
      const [component, inputs] = [this.appLater(), this.appLaterWith()];
      untracked(() => this.draw(component, inputs));
    });
  }

  private draw(component: Type<unknown> | null, inputs: Readonly<Record<string, unknown>>): void {
    if (component !== (this.drawn?.componentType ?? null)) {
      this.place.clear();
      this.drawn = component === null ? undefined : this.place.createComponent(component);
    }
    for (const [name, value] of Object.entries(inputs)) this.drawn?.setInput(name, value);
  }
}
