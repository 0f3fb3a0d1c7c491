import { Injectable, inject } from '@angular/core';
import type { MatDialogRef } from '@angular/material/dialog';
import { Dialogs, drawer } from '../base/dialogs';

/** Opens everything about one creator, from the invitation on. */
@Injectable({ providedIn: 'root' })
export class StoryDrawers {
  private readonly dialogs = inject(Dialogs);

  async open(personId: string): Promise<MatDialogRef<unknown>> {
    const { StoryDrawer } = await import('./story-drawer');
    return this.dialogs.open(StoryDrawer, 'story-title', { ...drawer, width: '720px', data: { personId } });
  }
}
