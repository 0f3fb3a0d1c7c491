import { Component, computed, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { WorkspacesApi, toApiError } from '@linkage/api-client';
import type { MemberSession } from '@linkage/contracts';
import { Banner, Icon, Time } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../shared/toasts/toasts';

/** Every browser that is signed in as this member, with the way to end each. */
@Component({
  selector: 'app-session-list',
  imports: [Banner, Icon, Time],
  template: `
    @if (problem(); as text) {
      <lk-banner tone="bad" icon="alert" role="alert"
        ><b>Your sessions could not be loaded.</b> {{ text
        }}<button lkActions type="button" class="lk-button secondary small" (click)="reload()"
          >Try again</button
        ></lk-banner
      >
    } @else if (known(); as sessions) {
      <ul>
        @for (session of sessions; track session.sessionId) {
          <li>
            <lk-icon name="monitor" />
            <div class="what">
              <b>{{ session.browser || 'A browser' }}</b>
              <span class="lk-caption">
                @if (session.current) {
                  <span>This browser · signed in <lk-time [at]="session.startedAt" /></span>
                } @else {
                  <span>Last used <lk-time [at]="session.usedAt" /></span>
                }
              </span>
            </div>
            @if (!session.current) {
              <button
                type="button"
                class="lk-button secondary small"
                [attr.aria-label]="'Sign out ' + (session.browser || 'this browser')"
                (click)="end(session)"
                >Sign out</button
              >
            }
          </li>
        }
      </ul>
    } @else {
      <p class="lk-caption" role="status">Loading your sessions …</p>
    }
  `,
  styles: `
    ul {
      display: grid;
      margin: 0;
      padding: 0;
      border: 1px solid var(--lk-line);
      border-radius: var(--lk-r-2);
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--lk-3);
      padding: var(--lk-3) var(--lk-4);
    }
    li + li {
      border-top: 1px solid var(--lk-line);
    }
    .what {
      flex: 1;
      display: grid;
      min-width: 0;
    }
    .what b {
      font-weight: 500;
    }
  `,
})
export class SessionList {
  private readonly api = inject(WorkspacesApi);
  private readonly toasts = inject(Toasts);
  private readonly resource = rxResource({ stream: () => this.api.sessions() });
  protected readonly known = computed(() => (this.resource.hasValue() ? this.resource.value().sessions : undefined));
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error === undefined ? null : toApiError(error.cause ?? error).message;
  });

  reload(): void {
    this.resource.reload();
  }

  protected async end(session: MemberSession): Promise<void> {
    try {
      await firstValueFrom(this.api.endSession(session.sessionId));
      this.toasts.show(`${session.browser || 'The browser'} is signed out.`);
      this.reload();
    } catch (error) {
      const refusal = toApiError(error);
      if (refusal.code === 'not-found') return this.reload();
      this.toasts.failed(`It is still signed in. ${refusal.message}`, () => void this.end(session));
    }
  }
}
