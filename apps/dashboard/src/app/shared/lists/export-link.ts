import { Component, computed, input } from '@angular/core';
import { Icon, Tip } from '@linkage/ui';

/**
 * Saves what the list is filtered to, in its order, as a CSV file. The browser takes it as it comes, however long it
 * is.
 */
@Component({
  selector: 'app-export-link',
  imports: [Icon, Tip],
  template: `
    <a
      class="lk-button quiet icon"
      download
      aria-label="Export what is filtered as a CSV file"
      lkTip="Export CSV"
      [href]="address()"
      ><lk-icon name="download"
    /></a>
  `,
})
export class ExportLink {
  readonly path = input.required<string>();
  /** As the API takes them. */
  readonly parameters = input.required<object>();
  protected readonly address = computed(() => {
    const { limit: _limit, cursor: _cursor, asOf: _asOf, ...given } = this.parameters() as Record<string, unknown>;
    const texts = Object.entries(given).map(([name, value]) => [name, String(value)]);
    return `${this.path()}?${new URLSearchParams([...texts, ['bom', '1']]).toString()}`;
  });
}
