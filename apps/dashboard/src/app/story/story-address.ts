import { DestroyRef, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { MatDialogRef } from '@angular/material/dialog';
import { ActivatedRoute, Router } from '@angular/router';
import { map } from 'rxjs';
import { StoryDrawers } from './story-drawers';

/**
 * `?history=<invitationId>` opens the story of that invitation over the list; closing it takes the parameter out again.
 */
export class StoryAddress {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly drawers = inject(StoryDrawers);
  private readonly wanted = toSignal(this.route.queryParamMap.pipe(map((address) => address.get('history'))), {
    requireSync: true,
  });
  private isGone = false;
  private shown: { readonly id: string; readonly ref: MatDialogRef<unknown> } | undefined;

  constructor() {
    effect(() => {
      const id = this.wanted();
      void untracked(() => this.follow(id));
    });
    inject(DestroyRef).onDestroy(() => {
      this.isGone = true;
      this.shown?.ref.close();
    });
  }

  open(invitationId: string): void {
    void this.go(invitationId);
  }

  private async follow(id: string | null): Promise<void> {
    if (this.shown?.id === id) return;
    this.shown?.ref.close();
    if (id === null || !/^[\w-]{1,64}$/u.test(id)) return;
    const ref = await this.drawers.open(id);
    // The address may have led on while the code was on its way.
    if (this.isGone || this.wanted() !== id || this.shown?.id === id) return ref.close();
    this.shown = { id, ref };
    // A page that is left takes its dialogs with it: nothing was closed then, and the address is another one already.
    let isClosed = false;
    ref.beforeClosed().subscribe(() => (isClosed = true));
    ref.afterClosed().subscribe(() => {
      if (this.shown?.ref !== ref) return;
      this.shown = undefined;
      if (this.wanted() === id && isClosed) void this.go(null);
    });
  }

  private go(history: string | null): Promise<boolean> {
    return this.router.navigate([], { relativeTo: this.route, queryParams: { history }, queryParamsHandling: 'merge' });
  }
}
