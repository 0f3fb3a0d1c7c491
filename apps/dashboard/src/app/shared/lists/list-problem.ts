import { Component, computed, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Banner, Icon, NOW, exactTime } from '@linkage/ui';
import type { ApiError } from '@linkage/api-client';
import { Copying } from '../../base/copying';
import { TabCounts } from './tab-counts';

/**
 * A list that could not be loaded: the cause, what is safe, the reference, a way to try again, and what still works.
 */
@Component({
  selector: 'app-list-problem',
  imports: [Banner, Icon, RouterLink],
  template: `
    <lk-banner tone="bad" [icon]="error().code === 'no-answer' ? 'offline' : 'alert'" role="alert">
      <b>{{ what() }} could not be loaded.</b> {{ error().message }}
      <span>{{
        brief() ? 'The rows below are those of before.' : 'Nothing is lost: refreshing goes on in the background.'
      }}</span>
      @if (error().reference; as reference) {
        <div class="reference"
          >Reference <span class="lk-strong">{{ reference }}</span>, {{ at }}</div
        >
      }
      <ng-container lkActions>
        @if (error().reference; as reference) {
          <button type="button" class="lk-button quiet small" (click)="copy(reference)"
            ><lk-icon name="copy" [size]="14" />Copy reference</button
          >
        }
        <button type="button" class="lk-button secondary small" (click)="again.emit()"
          ><lk-icon name="refresh" [size]="14" />Try again</button
        >
      </ng-container>
    </lk-banner>
    @if (!brief() && others().length > 0) {
      <section>
        <h2>What still works</h2>
        <ul>
          @for (tab of others(); track tab.path) {
            <li
              ><a [routerLink]="tab.path"
                ><lk-icon [name]="tab.icon" /><span
                  ><b>{{ tab.label }}</b
                  ><span class="lk-caption">{{ tab.count }}</span></span
                ><lk-icon name="right" /></a
            ></li>
          }
        </ul>
      </section>
    }
  `,
  host: { '[class.brief]': 'brief()' },
  styles: `
    :host {
      flex: 1;
      display: block;
      padding: 16px var(--lk-6) 48px;
    }
    :host(.brief) {
      flex: none;
      padding-block: 0 12px;
    }
    .reference {
      margin-top: 4px;
      font: var(--lk-caption);
      font-variant-numeric: tabular-nums;
      color: var(--lk-ink-2);
    }
    section {
      width: min(100%, 392px);
      margin: 48px auto 0;
    }
    h2 {
      margin-bottom: 8px;
      font: 600 14px/20px var(--lk-font);
    }
    ul {
      border: 1px solid var(--lk-line);
      border-radius: var(--lk-r-3);
      overflow: hidden;
    }
    li + li {
      border-top: 1px solid var(--lk-line);
    }
    a {
      display: flex;
      align-items: center;
      gap: 12px;
      padding: 12px 16px;
    }
    a:hover {
      background: var(--lk-hover);
    }
    a > span {
      flex: 1;
    }
    a b {
      display: block;
      font-weight: 500;
    }
    a:focus-visible {
      outline-offset: -2px;
      border-radius: var(--lk-r-3);
    }
    @media (max-width: 959px) {
      :host {
        padding-inline: var(--lk-4);
      }
    }
  `,
})
export class ListProblem {
  /** "Connected accounts" */
  readonly what = input.required<string>();
  readonly error = input.required<ApiError>();
  /** Above rows of before, which are still there. */
  readonly brief = input(false);
  readonly again = output();
  private readonly copying = inject(Copying);
  protected readonly at = exactTime(inject(NOW)());
  private readonly counts = inject(TabCounts);
  private readonly here = inject(Router).url.split('?')[0];
  protected readonly others = computed(() =>
    this.counts
      .tabs()
      .filter(({ failed, count, path }) => !failed && count !== undefined && path !== this.here)
      .map((tab) => ({
        ...tab,
        label: tab.label === 'All' ? 'All invites' : tab.label,
        count: `${tab.count} ${tab.rows}`,
      })),
  );

  protected copy(reference: string): void {
    void this.copying.copy(Promise.resolve(reference));
  }
}
