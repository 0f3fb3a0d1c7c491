import { Component, computed, input, linkedSignal, output } from '@angular/core';
import type { Columns } from '@linkage/contracts/creator-file';
import type { Sheet } from './sheet';

/** Asks which columns hold names and e-mails, with what is in them. */
@Component({
  selector: 'app-choose-columns',
  template: `
    <p>The names of the columns do not say for certain what they hold. Choose the two that are meant.</p>
    <div class="choices">
      <label
        ><span class="lk-label">Column of names</span>
        <select class="lk-input" (change)="name.set(+$any($event.target).value)">
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
  protected readonly name = linkedSignal(() => this.sheet().columns.name[0] ?? -1);
  protected readonly email = linkedSignal(() => this.sheet().columns.email);
  protected readonly header = linkedSignal(() => this.sheet().columns.header);
  readonly columns = computed<Columns>(() => ({
    name: this.name() === -1 ? [] : [this.name()],
    email: this.email(),
    header: this.header(),
  }));

  protected samplesOf(column: number): string {
    const samples = (this.sheet().samples[column] ?? []).filter((sample) => sample.trim() !== '');
    return samples.length === 0 ? 'Nothing in its first rows.' : `Such as ${samples.join(' · ')}`;
  }
}
