import { Injectable, inject } from '@angular/core';
import { Dialogs, drawer } from '../base/dialogs';

/** Opens facts beside whatever is on screen. */
@Injectable({ providedIn: 'root' })
export class FactDrawers {
  private readonly dialogs = inject(Dialogs);

  async open(factId: string): Promise<void> {
    const { FactDrawer } = await import('./fact-drawer');
    await this.dialogs.open(FactDrawer, 'fact-title', { ...drawer, data: { factId } });
  }
}
