import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { certificateLines, type ErasureCertificate } from '@linkage/contracts';
import { Icon } from '@linkage/ui';

/** What was erased and what was not, to be read and to be kept. */
@Component({
  selector: 'app-certificate',
  imports: [Icon],
  template: `
    <pre tabindex="0" aria-label="Certificate of erasure">{{ text() }}</pre>
    <button type="button" class="lk-button secondary" (click)="download()"
      ><lk-icon name="download" [size]="14" />Download certificate</button
    >
  `,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: var(--lk-3);
      min-width: 0;
    }
    pre {
      width: 100%;
      max-height: 420px;
      margin: 0;
      padding: var(--lk-3) var(--lk-4);
      overflow: auto;
      border: 1px solid var(--lk-line);
      border-radius: var(--lk-r-2);
      background: var(--lk-sunken);
      font: 12px/18px var(--lk-mono, ui-monospace, monospace);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class Certificate {
  private readonly document = inject(DOCUMENT);
  readonly certificate = input.required<ErasureCertificate>();
  protected readonly text = computed(() => `${certificateLines(this.certificate()).join('\n')}\n`);

  protected download(): void {
    const { subject, erasedAt } = this.certificate();
    const link = this.document.createElement('a');
    link.href = URL.createObjectURL(new Blob([this.text()], { type: 'text/plain' }));
    link.download = `erasure-${erasedAt.slice(0, 10)}-${subject}.txt`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
