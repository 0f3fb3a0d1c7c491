import { NgComponentOutlet } from '@angular/common';
import { Component, computed } from '@angular/core';
import { whenWanted } from '../base/when-wanted';
import { figuresOf } from './import-figures';
import { ImportsWatch } from './imports-watch';

/** Files whose e-mails have not all gone out, above the list. */
@Component({
  selector: 'app-import-progress',
  imports: [NgComponentOutlet],
  template: `<ng-container *ngComponentOutlet="bars(); inputs: { imports: running() }" />`,
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
