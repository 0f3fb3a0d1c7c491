import type { ComponentType } from '@angular/cdk/portal';
import { Injectable, effect, inject, untracked } from '@angular/core';
import type { MatDialogRef } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { Session } from '@linkage/contracts';
import { Dialogs } from '../../base/dialogs';
import { LOAD_PAGE } from '../../base/page-load';
import { TabMemory } from '../../base/tab-memory';
import { SESSION_DIALOGS } from './session-dialogs';
import { SessionStore, type Loss } from './session-store';

const TURNED_OVER = 'turned-over';

/**
 * A session that ended, or became another one, while this page was open. An open dialog stays, with what is typed in
 * it, and sign-in comes on top; without one the page leads on by itself.
 */
@Injectable({ providedIn: 'root' })
export class LostSession {
  private readonly sessions = inject(SessionStore);
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  private readonly loadPage = inject(LOAD_PAGE);
  private readonly memory = inject(TabMemory);
  private readonly components = inject(SESSION_DIALOGS);
  private onTop: MatDialogRef<unknown> | undefined;

  constructor() {
    effect(() => {
      const loss = this.sessions.loss();
      untracked(() => void this.meet(loss));
    });
  }

  /** Whether this page was turned over to another workspace just now; asked once. */
  wasTurnedOver(): boolean {
    return this.memory.take(TURNED_OVER) === true;
  }

  private async meet(loss: Loss | null): Promise<void> {
    await this.takeAway();
    if (this.sessions.loss() !== loss) return;
    if (loss === null) return;
    if (!this.dialogs.anyOpen()) return loss === 'ended' ? this.leave() : this.turnOver();
    const { SignInAgain, OtherWorkspace } = await this.components();
    if (this.sessions.loss() !== loss) return;
    const now = loss === 'ended' ? undefined : await this.sessions.now().catch(() => undefined);
    if (loss === 'ended') await this.show(SignInAgain, 'sign-in-again-title', undefined, () => this.leave());
    else await this.show(OtherWorkspace, 'other-workspace-title', now, () => this.turnOver());
  }

  private async takeAway(): Promise<void> {
    const dialog = this.onTop;
    this.onTop = undefined;
    dialog?.close();
    if (dialog) await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined });
  }

  /** `decided`: what is done when the dialog is closed with an answer; without one the session came back by itself. */
  private async show(
    component: ComponentType<unknown>,
    labelledBy: string,
    data: Session | undefined,
    decided: () => void,
  ): Promise<void> {
    const dialog = await this.dialogs.open<unknown, Session | undefined>(component, labelledBy, {
      data,
      disableClose: true,
      panelClass: 'over-all',
      backdropClass: 'over-all-backdrop',
    });
    this.onTop = dialog;
    if (this.sessions.loss() === null) dialog.close(); // it came back while this was opened
    void firstValueFrom(dialog.afterClosed()).then((answer) => (answer === undefined ? undefined : decided()));
  }

  private leave(): void {
    const returnTo = this.router.url;
    this.dialogs.closeAll();
    this.sessions.forget();
    void this.router.navigate(['/sign-in'], { queryParams: { returnTo } });
  }

  private turnOver(): void {
    this.memory.write(TURNED_OVER, true);
    this.loadPage('/creators');
  }
}
