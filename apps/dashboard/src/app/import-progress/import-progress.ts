import { Component, computed } from '@angular/core';
import { Later, whenWanted } from '../base/later';
import { figuresOf } from './import-figures';
import { ImportsWatch } from './imports-watch';

/** Files whose e-mails have not all gone out, above the list. */
@Component({
  selector: 'app-import-progress',
  imports: [Later],
  template: `<ng-container *appLater="bars(); with: { imports: running() }" />`,
})
export class ImportProgress {
  private readonly watch = new ImportsWatch();
  protected readonly running = computed(() =>
    this.watch
      .imports()
      .map((one) => ({ ...one, figures: figuresOf(one) }))
      .filter(({ figures }) => !figures.isOver),
  );
  protected readonly bars = whenWanted(
    () => this.running().length > 0,
    () => import('./running-imports').then(({ RunningImports }) => RunningImports),
  );
}
