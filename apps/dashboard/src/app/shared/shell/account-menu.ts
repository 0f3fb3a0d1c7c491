import { Component, inject, viewChild } from '@angular/core';
import { MatMenu, MatMenuItem } from '@angular/material/menu';
import { Router } from '@angular/router';
import { Icon } from '@linkage/ui';
import { toApiError } from '@linkage/api-client';
import { SessionStore } from '../session/session-store';
import { Toasts } from '../toasts/toasts';
import { ServerClock } from '../../base/server-clock';
import { Theme, themes } from '../../base/theme';

/** Who is signed in, the theme, the demo's pages, and the way out. One menu for the sidebar and the top bar. */
@Component({
  selector: 'app-account-menu',
  imports: [MatMenu, MatMenuItem, Icon],
  template: `
    <mat-menu #panel="matMenu" xPosition="before" aria-label="Your account">
      @if (sessions.session(); as session) {
        <div class="person" role="presentation"
          ><b
            ><bdi>{{ session.member.name }}</bdi></b
          ><span>{{ session.member.email }}</span
          ><span
            ><bdi>{{ session.workspace.name }}</bdi></span
          ></div
        >
      }
      @for (theme of themes; track theme.choice) {
        <button
          mat-menu-item
          role="menuitemradio"
          [attr.aria-checked]="theme.choice === current.choice()"
          (click)="current.choose(theme.choice)"
          ><lk-icon [name]="theme.icon" />{{ theme.label }} theme
          @if (theme.choice === current.choice()) {
            <span class="lk-space"></span><lk-icon name="check" />
          }
        </button>
      }
      <hr role="separator" />
      @if (clock.about()?.mailboxUrl; as url) {
        <a mat-menu-item [href]="url" target="_blank" rel="noopener"><lk-icon name="mail" />Mailbox</a>
      }
      @if (clock.about()?.sandboxUrl; as url) {
        <a mat-menu-item [href]="url" target="_blank" rel="noopener"><lk-icon name="settings" />Platform sandbox</a>
      }
      <button mat-menu-item (click)="signOut()"><lk-icon name="sign-out" />Sign out</button>
    </mat-menu>
    <mat-menu #themePanel="matMenu" xPosition="before" aria-label="Theme">
      @for (theme of themes; track theme.choice) {
        <button
          mat-menu-item
          role="menuitemradio"
          [attr.aria-checked]="theme.choice === current.choice()"
          (click)="current.choose(theme.choice)"
          ><lk-icon [name]="theme.icon" />{{ theme.label }}
          @if (theme.choice === current.choice()) {
            <span class="lk-space"></span><lk-icon name="check" />
          }
        </button>
      }
    </mat-menu>
  `,
  styles: `
    .person {
      display: grid;
      padding: 6px 10px 10px;
      margin-bottom: 4px;
      border-bottom: 1px solid var(--lk-line);
      font: var(--lk-caption);
      color: var(--lk-ink-3);
      overflow-wrap: anywhere;
    }
    .person b {
      font: 500 13px/20px var(--lk-font);
      color: var(--lk-ink);
    }
    hr {
      margin: 4px 0;
      border: 0;
      border-top: 1px solid var(--lk-line);
    }
  `,
})
export class AccountMenu {
  readonly panel = viewChild.required<MatMenu>('panel');
  readonly themePanel = viewChild.required<MatMenu>('themePanel');
  protected readonly sessions = inject(SessionStore);
  protected readonly current = inject(Theme);
  protected readonly clock = inject(ServerClock);
  protected readonly themes = themes;
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected async signOut(): Promise<void> {
    try {
      await this.sessions.signOut();
      await this.router.navigate(['/sign-in']);
    } catch (error) {
      this.toasts.failed(`You are still signed in. ${toApiError(error).message}`, () => void this.signOut());
    }
  }
}
