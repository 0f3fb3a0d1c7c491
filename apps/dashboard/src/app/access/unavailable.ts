import { Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Icon, Logo } from '@linkage/ui';
import { safeReturn } from '../shared/session/guards';

/** The server did not answer before the first page could be shown. */
@Component({
  selector: 'app-unavailable',
  imports: [Icon, Logo],
  template: `
    <main>
      <lk-logo />
      <h1>Linkage does not answer</h1>
      <p>The server could not be reached. Nothing is lost: refreshing goes on without this page.</p>
      <button type="button" class="lk-button primary" [disabled]="trying()" (click)="again()"
        ><lk-icon name="refresh" />Try again</button
      >
    </main>
  `,
  styles: `
    main {
      display: grid;
      place-content: center;
      justify-items: center;
      gap: 12px;
      min-height: 100vh;
      padding: 24px;
      text-align: center;
      background: var(--lk-surface);
    }
    lk-logo {
      margin-bottom: 12px;
    }
    p {
      max-width: 44ch;
      margin-bottom: 8px;
      color: var(--lk-ink-2);
    }
  `,
})
export class Unavailable {
  private readonly router = inject(Router);
  readonly returnTo = input<string>();
  protected readonly trying = signal(false);

  protected async again(): Promise<void> {
    this.trying.set(true);
    await this.router.navigateByUrl(safeReturn(this.returnTo()));
    this.trying.set(false);
  }
}
