import { Component, ElementRef, computed, input, model, output, viewChild } from '@angular/core';
import { Icon } from '@linkage/ui';

interface Part {
  readonly text: string;
  readonly tone: 'plain' | 'variable' | 'unknown';
}

let made = 0;

/**
 * A text whose variables are marked as chips while it is typed: the text area stands over a copy of itself that has the
 * marks. So keyboard, undo, spelling and screen readers are those of a text area.
 */
@Component({
  selector: 'app-marked-text',
  imports: [Icon],
  template: `
    <label class="lk-label" [attr.for]="id">{{ label() }}</label>
    <div class="paper" [class.bad]="error() !== null">
      <div class="marks" aria-hidden="true">
        @for (part of parts(); track $index) {
          <span [class]="part.tone">{{ part.text }}</span>
        }
      </div>
      <textarea
        #area
        dir="auto"
        [id]="id"
        [rows]="1"
        [value]="text()"
        [attr.aria-describedby]="id + '-note'"
        [attr.aria-invalid]="error() !== null ? true : null"
        (input)="typed(area)"
        (keydown)="key($event)"
        (focus)="entered.emit()"
      ></textarea>
    </div>
    <div [id]="id + '-note'" aria-live="polite">
      @if (error(); as message) {
        <p class="lk-note bad"
          ><lk-icon name="alert" [size]="14" /><span>{{ message }}</span></p
        >
      } @else if (note()) {
        <p class="lk-note">{{ note() }}</p>
      }
    </div>
  `,
  styleUrl: './marked-text.css',
  host: { '[class.one]': 'oneLine()' },
})
export class MarkedText {
  private readonly area = viewChild.required<string, ElementRef<HTMLTextAreaElement>>('area', { read: ElementRef });
  readonly label = input.required<string>();
  readonly text = model.required<string>();
  readonly known = input.required<readonly string[]>();
  readonly error = input<string | null>(null);
  readonly note = input<string | null>(null);
  readonly oneLine = input(false);
  readonly entered = output();
  protected readonly id = `app-marked-text-${++made}`;
  protected readonly parts = computed<readonly Part[]>(() =>
    `${this.text()} `
      .split(/(\{\{[^{}\n]*\}\})/)
      .filter((text) => text !== '')
      .map((text) => ({ text, tone: this.toneOf(text) })),
  );

  private toneOf(text: string): Part['tone'] {
    const variable = /^\{\{([^{}\n]*)\}\}$/.exec(text)?.[1];
    if (variable === undefined) return 'plain';
    return this.known().includes(variable.trim()) ? 'variable' : 'unknown';
  }

  /** In the place of what is marked, with `around` on both sides of it. */
  insert(before: string, after = ''): void {
    const area = this.area().nativeElement;
    const { selectionStart: from, selectionEnd: to, value } = area;
    area.setRangeText(`${before}${value.slice(from, to)}${after}`, from, to, 'end');
    if (after !== '') area.setSelectionRange(from + before.length, to + before.length);
    area.focus();
    this.typed(area);
  }

  protected typed(area: HTMLTextAreaElement): void {
    if (this.oneLine() && /[\r\n]/.test(area.value)) area.value = area.value.replace(/\s*[\r\n]+\s*/g, ' ');
    this.text.set(area.value);
  }

  protected key(event: KeyboardEvent): void {
    if (this.oneLine()) {
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    const mark = { b: '**', i: '*' }[event.key.toLowerCase()];
    if (mark === undefined || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    this.insert(mark, mark);
  }
}
