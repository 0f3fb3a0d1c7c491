import { NgTemplateOutlet } from '@angular/common';
import { Component, inject, viewChild, type TemplateRef } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Icon } from '@linkage/ui';
import { toApiError } from '@linkage/api-client';
import { PreferenceChoice } from '../session/preference-choice';
import { SessionStore } from '../session/session-store';
import { Keys } from './keys';
import { Toasts } from '../toasts/toasts';
import { ServerClock } from '../../base/server-clock';
import { TabMemory } from '../../base/tab-memory';
import { Theme, themes } from '../../base/theme';

/** The signed-in member, the theme, the demo's pages, and the way out. One menu for the sidebar and the top bar. */
@Component({
  selector: 'app-account-menu',
  imports: [NgTemplateOutlet, RouterLink, Icon],
  template: `
    <ng-template #panel>
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
      <ng-container [ngTemplateOutlet]="themePanel" [ngTemplateOutletContext]="{ $implicit: ' theme' }" />
      <hr role="separator" />
      @if (clock.about()?.mailboxUrl; as url) {
        <a class="lk-menu-item" role="menuitem" [href]="url" target="_blank" rel="noopener"
          ><lk-icon name="mail" />Mailbox</a
        >
      }
      @if (clock.about()?.sandboxUrl; as url) {
        <a class="lk-menu-item" role="menuitem" [href]="url" target="_blank" rel="noopener"
          ><lk-icon name="settings" />Platform sandbox</a
        >
      }
      <a class="lk-menu-item" role="menuitem" routerLink="/account"><lk-icon name="person" />Your account</a>
      <button type="button" class="lk-menu-item" role="menuitem" (click)="keys.showAll()"
        ><lk-icon name="help" />Keys</button
      >
      <button type="button" class="lk-menu-item" role="menuitem" (click)="signOut()"
        ><lk-icon name="sign-out" />Sign out</button
      >
    </ng-template>
    <ng-template #themePanel let-what>
      @for (theme of themes; track theme.choice) {
        <button
          type="button"
          class="lk-menu-item"
          role="menuitemradio"
          [attr.aria-checked]="theme.choice === current.choice()"
          (click)="preferences.choose({ theme: theme.choice })"
          ><lk-icon [name]="theme.icon" />{{ theme.label }}{{ what }}
          @if (theme.choice === current.choice()) {
            <span class="lk-space"></span><lk-icon name="check" />
          }
        </button>
      }
    </ng-template>
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
  readonly panel = viewChild.required<TemplateRef<unknown>>('panel');
  readonly themePanel = viewChild.required<TemplateRef<unknown>>('themePanel');
  protected readonly sessions = inject(SessionStore);
  protected readonly current = inject(Theme);
  protected readonly preferences = inject(PreferenceChoice);
  protected readonly clock = inject(ServerClock);
  protected readonly keys = inject(Keys);
  protected readonly themes = themes;
  private readonly router = inject(Router);
  private readonly memory = inject(TabMemory);
  private readonly toasts = inject(Toasts);

  protected async signOut(): Promise<void> {
    try {
      await this.sessions.signOut();
      this.memory.forgetAll();
      await this.router.navigate(['/sign-in']);
    } catch (error) {
      this.toasts.failed(`You are still signed in. ${toApiError(error).message}`, () => void this.signOut());
    }
  }
}
