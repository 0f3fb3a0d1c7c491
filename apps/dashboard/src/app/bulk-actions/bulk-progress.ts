import { Component, inject } from '@angular/core';
import { Later, whenWanted } from '../base/later';
import { whileShown } from '../base/while-shown';
import { BulkWatch } from './bulk-watch';

/** Above the list: what is done to many invites, once there is something. */
@Component({
  selector: 'app-bulk-progress',
  imports: [Later],
  template: `<ng-container *appLater="reports()" />`,
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
