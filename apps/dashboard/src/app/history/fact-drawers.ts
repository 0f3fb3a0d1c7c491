import { Injectable, inject } from '@angular/core';
import type { MatDialogConfig } from '@angular/material/dialog';
import { Dialogs } from '../base/dialogs';

/** What a drawer is: at the right edge and as high as the window; on phones it comes up from below. */
export const drawer: MatDialogConfig = {
  width: '560px',
  maxWidth: '100vw',
  height: '100dvh',
  position: { top: '0', right: '0' },
  panelClass: 'drawer',
};

/** Opens facts beside whatever is on screen. */
@Injectable({ providedIn: 'root' })
export class FactDrawers {
  private readonly dialogs = inject(Dialogs);

  async open(factId: string): Promise<void> {
    const { FactDrawer } = await import('./fact-drawer');
    this.dialogs.open(FactDrawer, 'fact-title', { ...drawer, data: { factId } });
  }
}
