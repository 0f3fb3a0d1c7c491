import { Component, ElementRef, inject, input, linkedSignal, output, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { LONGEST_SEARCH } from '@linkage/contracts';
import { Icon } from '@linkage/ui';
import { Subject, debounceTime } from 'rxjs';

const TYPING = 300;
const editable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));

/** Search that follows the typing; `/` brings the cursor here, Escape empties it. */
@Component({
  selector: 'app-search-field',
  imports: [Icon],
  template: `
    <lk-icon name="search" />
    <input
      #field
      class="lk-input soft"
      type="search"
      autocomplete="off"
      spellcheck="false"
      [maxLength]="longest"
      [attr.aria-label]="label()"
      [placeholder]="hint()"
      [value]="text()"
      (input)="typed(field.value)"
      (keydown.escape)="empty()"
    />
    @if (text()) {
      <button type="button" class="lk-button quiet icon small" aria-label="Clear search" (click)="empty()"
        ><lk-icon name="close" [size]="14"
      /></button>
    } @else {
      <kbd class="lk-key desk-only" aria-hidden="true">/</kbd>
    }
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      container-type: inline-size;
      width: 252px;
      min-width: 176px;
      /* It gives way before the chips are cut. */
      flex: 0 1000 auto;
    }
    lk-icon:first-child {
      position: absolute;
      left: 10px;
      top: 50%;
      translate: 0 -50%;
      color: var(--lk-ink-2);
      pointer-events: none;
    }
    input {
      padding-left: 34px;
      padding-right: 36px;
      text-overflow: ellipsis;
    }
    @container (max-width: 207px) {
      kbd {
        display: none;
      }
      input:placeholder-shown {
        padding-right: 8px;
      }
    }
    kbd,
    button {
      position: absolute;
      right: 8px;
      top: 50%;
      translate: 0 -50%;
    }
    button {
      right: 2px;
    }
    @media (max-width: 1199px) {
      :host {
        width: 208px;
      }
    }
    @media (max-width: 959px) {
      :host {
        width: auto;
        min-width: 0;
        flex: 1;
      }
    }
  `,
  host: { '(document:keydown)': 'shortcut($event)' },
})
export class SearchField {
  /** What is searched: "Search invites". */
  readonly label = input.required<string>();
  /** In what: "Name or e-mail". */
  readonly hint = input.required<string>();
  /** As it stands in the address. */
  readonly value = input('');
  readonly changed = output<string>();
  protected readonly longest = LONGEST_SEARCH;
  /**
   * What is typed. The address answers later, when more may be typed already: only what comes from elsewhere is taken.
   */
  protected readonly text = linkedSignal<string, string>({
    source: this.value,
    computation: (value, before) => (before !== undefined && this.isEcho(value) ? before.value : value),
  });
  /** Told, and not come back yet. */
  private told: readonly string[] = [];
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly typing = new Subject<string>();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  constructor() {
    this.typing.pipe(debounceTime(TYPING), takeUntilDestroyed()).subscribe((text) => this.tell(text.trim()));
  }

  /** Unless it is what the address has, or will have once the last word is there. */
  private tell(text: string): void {
    if (text === (this.told.at(-1) ?? this.value())) return;
    this.told = [...this.told, text];
    this.changed.emit(text);
  }

  private isEcho(value: string): boolean {
    const place = this.told.indexOf(value);
    this.told = place === -1 ? [] : this.told.slice(place + 1);
    return place !== -1;
  }

  protected typed(text: string): void {
    this.text.set(text);
    this.typing.next(text);
  }

  protected empty(): void {
    this.typed('');
    this.tell('');
    this.field().nativeElement.focus();
  }

  protected shortcut(event: KeyboardEvent): void {
    const free = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !editable(event.target);
    if (!free || this.host.nativeElement.ownerDocument.querySelector('[aria-modal=true]') !== null) return;
    event.preventDefault();
    this.field().nativeElement.select();
  }
}
