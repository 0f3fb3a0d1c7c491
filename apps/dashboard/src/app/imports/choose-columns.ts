import { Component, computed, input, linkedSignal, output } from '@angular/core';
import type { Columns } from '@linkage/contracts/creator-file';
import type { Sheet } from './sheet';

const NO_COLUMN = -1;
/** The columns that were found, which make up the name together. */
const TOGETHER = -2;

/** Asks which columns hold names and e-mails, with what is in them. */
@Component({
  selector: 'app-choose-columns',
  template: `
    <p>The names of the columns do not say for certain what they hold. Choose the two that are meant.</p>
    <div class="choices">
      <label
        ><span class="lk-label">Column of names</span>
        <select class="lk-input" (change)="name.set(+$any($event.target).value)">
          @if (together(); as label) {
            <option value="-2" [selected]="name() === -2">{{ label }}</option>
          }
          @for (label of sheet().labels; track $index) {
            <option [value]="$index" [selected]="$index === name()">{{ label }}</option>
          }
          <option value="-1" [selected]="name() === -1">None: the name stands beside the e-mail</option>
        </select>
        <span class="lk-note">{{ samplesOf(name()) }}</span></label
      >
      <label
        ><span class="lk-label">Column of e-mails</span>
        <select class="lk-input" (change)="email.set(+$any($event.target).value)">
          @for (label of sheet().labels; track $index) {
            <option [value]="$index" [selected]="$index === email()">{{ label }}</option>
          }
        </select>
        <span class="lk-note">{{ samplesOf(email()) }}</span></label
      >
    </div>
    <label class="header"
      ><input type="checkbox" [checked]="header()" (change)="header.set($any($event.target).checked)" /><span
        >The first row names the columns</span
      ></label
    >
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--lk-4);
    }
    p {
      margin: 0;
      font: var(--lk-body);
      color: var(--lk-ink-2);
    }
    .choices {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
      gap: var(--lk-4);
    }
    .lk-note {
      overflow-wrap: anywhere;
    }
    .header {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 32px;
      font: var(--lk-small);
    }
    .header input {
      width: 16px;
      height: 16px;
      accent-color: var(--lk-accent);
    }
  `,
})
export class ChooseColumns {
  readonly sheet = input.required<Sheet>();
  readonly chosen = output<Columns>();
  protected readonly together = computed(() => {
    const { labels, columns } = this.sheet();
    return columns.name.length > 1 ? columns.name.map((column) => labels[column]).join(' + ') : null;
  });
  protected readonly name = linkedSignal(() =>
    this.together() === null ? (this.sheet().columns.name[0] ?? NO_COLUMN) : TOGETHER,
  );
  protected readonly email = linkedSignal(() => this.sheet().columns.email);
  protected readonly header = linkedSignal(() => this.sheet().columns.header);
  readonly columns = computed<Columns>(() => ({
    name: this.namesIn(this.name()),
    email: this.email(),
    header: this.header(),
  }));

  private namesIn(choice: number): readonly number[] {
    if (choice === TOGETHER) return this.sheet().columns.name;
    return choice === NO_COLUMN ? [] : [choice];
  }

  protected samplesOf(choice: number): string {
    const columns = this.namesIn(choice).map((column) => this.sheet().samples[column] ?? []);
    const samples = (columns[0] ?? [])
      .map((_, row) =>
        columns
          .map((column) => column[row]?.trim())
          .filter(Boolean)
          .join(' '),
      )
      .filter(Boolean);
    return samples.length === 0 ? 'Nothing in its first rows.' : `Such as ${samples.join(' · ')}`;
  }
}
