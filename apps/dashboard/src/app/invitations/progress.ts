import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import { InvitationsApi, toApiError } from '@linkage/api-client';
import type { InvitationProgress, InvitationTrouble } from '@linkage/contracts';
import { Icon, Time } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import { stepWords } from './step-words';

const troubleWords: Readonly<Record<InvitationTrouble['kind'], string>> = {
  delayed: 'Delayed',
  bounced: 'Bounced',
  'not-sent': 'Not sent',
};

/** How far one invite got: each step with its time, and what its newest mail met with. */
@Component({
  selector: 'app-progress',
  imports: [MatDialogClose, Icon, Time],
  template: `
    <div class="dialog">
      <header
        ><h2 id="progress-title"
          >Invite to <bdi>{{ data.name }}</bdi></h2
        ></header
      >
      <div class="body" [attr.aria-busy]="progress() === null && error() === null">
        @if (error(); as text) {
          <p role="alert">{{ text }}</p>
        } @else {
          <ol>
            @for (step of steps(); track step.step) {
              <li [class.reached]="step.at !== null">
                <lk-icon [name]="step.at === null ? 'clock' : 'check'" [size]="16" />
                <span class="what">{{ words[step.step] }}</span>
                @if (step.at; as at) {
                  <lk-time [at]="at" />
                } @else {
                  <span class="not">not yet</span>
                }
              </li>
            }
          </ol>
          @if (progress()?.trouble; as trouble) {
            <p class="trouble"
              ><b>{{ troubleWords[trouble.kind] }}</b> · <lk-time [at]="trouble.at" /><br />{{ trouble.reason }}
              @if (trouble.words; as said) {
                <br /><q>{{ said }}</q>
              }
            </p>
          }
        }
      </div>
      <footer
        ><span class="lk-space"></span>
        @if (error() !== null) {
          <button type="button" class="lk-button secondary" (click)="load()">Try again</button>
        }
        <button type="button" class="lk-button secondary" mat-dialog-close>Close</button></footer
      >
    </div>
  `,
  styleUrl: '../base/dialog.css',
  styles: `
    ol {
      display: grid;
      gap: var(--lk-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--lk-2);
      color: var(--lk-ink-3);
    }
    li.reached {
      color: var(--lk-ink);
    }
    li.reached lk-icon {
      color: var(--lk-ok);
    }
    .what {
      flex: 1;
    }
    lk-time,
    .not {
      font: var(--lk-caption);
      color: var(--lk-ink-2);
    }
  `,
})
export class Progress {
  private readonly api = inject(InvitationsApi);
  protected readonly data = inject<{ invitationId: string; name: string }>(MAT_DIALOG_DATA);
  protected readonly words = stepWords;
  protected readonly troubleWords = troubleWords;
  protected readonly progress = signal<InvitationProgress | null>(null);
  protected readonly error = signal<string | null>(null);
  protected readonly steps = computed(() => this.progress()?.steps ?? []);

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.error.set(null);
    try {
      this.progress.set(await firstValueFrom(this.api.progress(this.data.invitationId)));
    } catch (error) {
      this.error.set(toApiError(error).message);
    }
  }
}
