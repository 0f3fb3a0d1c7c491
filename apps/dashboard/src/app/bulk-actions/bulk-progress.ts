import { NgComponentOutlet } from '@angular/common';
import { Component, inject } from '@angular/core';
import { whenWanted } from '../base/when-wanted';
import { whileShown } from '../base/while-shown';
import { BulkWatch } from './bulk-watch';

/** Above the list: what is done to many invites, once there is something. */
@Component({
  selector: 'app-bulk-progress',
  imports: [NgComponentOutlet],
  template: `<ng-container *ngComponentOutlet="reports()" />`,
})
export class BulkProgress {
  private readonly watch = inject(BulkWatch);
  protected readonly reports = whenWanted(
    () => this.watch.shown().length > 0,
    () => import('./bulk-reports').then(({ BulkReports }) => BulkReports),
  );

  constructor() {
    whileShown(this.watch.watch());
  }
}
