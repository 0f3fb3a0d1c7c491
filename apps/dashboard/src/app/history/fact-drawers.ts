import { Injectable, inject } from '@angular/core';
import { Dialogs, drawer } from '../base/dialogs';

/** Opens facts beside whatever is on screen. */
@Injectable({ providedIn: 'root' })
export class FactDrawers {
  private readonly dialogs = inject(Dialogs);

  async open(factId: string): Promise<void> {
    const load = () => import('./fact-drawer').then(({ FactDrawer }) => FactDrawer);
    await this.dialogs.show(load, 'fact-title', { ...drawer, data: { factId } });
  }
}
