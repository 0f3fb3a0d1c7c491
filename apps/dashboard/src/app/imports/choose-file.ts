import { Component, DOCUMENT, inject, input, output, signal } from '@angular/core';
import type { FileRefusal } from '@linkage/contracts/creator-file';
import { Banner, Icon } from '@linkage/ui';
import { sampleFile } from './csv-files';
import { save } from '../base/save';

/** Drop a file or choose one; with the reason why the last one was not taken. */
@Component({
  selector: 'app-choose-file',
  imports: [Banner, Icon],
  template: `
    @if (refused(); as why) {
      <lk-banner tone="bad" icon="alert" role="alert"
        ><b>{{ fileName() }} was not read.</b> {{ why.message }}</lk-banner
      >
    }
    <div
      class="drop"
      [class.over]="over()"
      (dragover)="$event.preventDefault(); over.set(true)"
      (dragleave)="over.set(false)"
      (drop)="drop($event)"
    >
      <lk-icon name="table" [size]="20" />
      <b>Drop a CSV file here</b>
      <span>One creator per row, with a name and an e-mail. Up to 50,000 rows and 20 MB.</span>
      <button type="button" class="lk-button secondary" (click)="field.click()"><span>Choose a file</span></button>
      <input
        #field
        class="lk-hidden"
        type="file"
        tabindex="-1"
        aria-label="CSV file"
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        (change)="choose($event)"
      />
    </div>
    <p
      >Exports of Excel, Google Sheets, Numbers and LibreOffice are fine, whatever their separator or language. You see
      every row before anything is sent.</p
    >
    <button type="button" class="lk-button quiet sample" (click)="sample()"
      ><lk-icon name="download" />Download a sample file</button
    >
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--lk-4);
    }
    .drop {
      position: relative;
      display: grid;
      justify-items: center;
      gap: 6px;
      padding: var(--lk-8, 32px) var(--lk-4);
      border: 1px dashed var(--lk-line-strong);
      border-radius: var(--lk-r-3, 12px);
      background: var(--lk-sunken);
      color: var(--lk-ink-2);
      font: var(--lk-small);
      text-align: center;
    }
    .drop b {
      font: 500 14px/20px var(--lk-font);
      color: var(--lk-ink);
    }
    .drop.over {
      border-color: var(--lk-accent);
      background: var(--lk-accent-soft);
    }
    .drop .lk-button {
      margin-top: var(--lk-2);
    }
    p {
      margin: 0;
      font: var(--lk-small);
      color: var(--lk-ink-2);
    }
    .sample {
      justify-self: start;
      margin-left: -8px;
    }
  `,
})
export class ChooseFile {
  private readonly page = inject(DOCUMENT);
  readonly refused = input.required<FileRefusal | null>();
  readonly fileName = input.required<string>();
  readonly chosen = output<File>();
  protected readonly over = signal(false);

  protected choose({ target }: Event): void {
    const field = target as HTMLInputElement;
    const file = field.files?.[0];
    // The same file may be chosen again after it was mended.
    if (file) this.chosen.emit(file);
    field.value = '';
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    const file = event.dataTransfer?.files[0];
    if (file) this.chosen.emit(file);
  }

  protected sample(): void {
    save(sampleFile(), 'linkage-creators.csv', this.page);
  }
}
