import { Component, computed, inject, signal } from '@angular/core';
import { DemoDataApi } from '@linkage/api-client/demo-data';
import type { DemoDataProgress } from '@linkage/contracts';
import { Icon } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import { TabMemory } from '../base/tab-memory';
import { whileShown } from '../base/while-shown';
import { DEMO_DATA } from './demo-memory';

const PAUSE_MS = 1_000;

/** How far the demo's creators are. */
@Component({
  selector: 'app-demo-progress',
  imports: [Icon],
  template: `
    @if (progress(); as shown) {
      <div class="demo" role="group" aria-label="Demo data">
        <lk-icon name="people" />
        <span class="says" role="status">{{ sentence() }}</span>
        @if (shown.state === 'running') {
          <progress [value]="shown.done" [max]="shown.creators" aria-label="Demo creators that are done"></progress>
        } @else {
          <button type="button" class="lk-button quiet icon small" aria-label="Close this report" (click)="close()"
            ><lk-icon name="close"
          /></button>
        }
      </div>
    }
  `,
  styles: `
    .demo {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 10px;
      min-height: 44px;
      padding: 6px var(--lk-6);
      border-bottom: 1px solid var(--lk-line);
      background: var(--lk-sunken);
      font: var(--lk-small);
      color: var(--lk-ink);
      outline: none;
    }
    lk-icon {
      color: var(--lk-ink-2);
    }
    .says {
      flex: 1 1 240px;
      min-width: 0;
    }
    progress {
      flex: 0 1 200px;
      height: 6px;
      accent-color: var(--lk-accent);
    }
    @media (max-width: 599px) {
      .demo {
        padding: 8px var(--lk-4);
      }
      progress {
        flex: 1 1 100%;
      }
      .lk-button.icon.small {
        width: 44px;
        height: 44px;
      }
    }
  `,
})
export class DemoProgress {
  private readonly api = inject(DemoDataApi);
  private readonly memory = inject(TabMemory);
  protected readonly progress = signal<DemoDataProgress | null>(null);
  protected readonly sentence = computed(() => {
    const shown = this.progress();
    return shown === null ? '' : sentenceOf(shown);
  });
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isEnded = false;

  constructor() {
    whileShown(() => {
      this.isEnded = true;
      clearTimeout(this.timer);
    });
    void this.ask();
  }

  protected close(): void {
    this.memory.write(DEMO_DATA, undefined);
    this.progress.set(null);
  }

  private async ask(): Promise<void> {
    try {
      this.progress.set(await firstValueFrom(this.api.progress()));
    } catch {
      // The list below says what is wrong; the next question comes anyway.
    }
    if (this.progress()?.state === 'none') this.close();
    else if (!this.isEnded && (this.progress()?.state ?? 'running') === 'running')
      this.timer = setTimeout(() => void this.ask(), PAUSE_MS);
  }
}

const sentenceOf = ({ state, done, creators, problem }: DemoDataProgress): string => {
  switch (state) {
    case 'running':
      return `Loading demo data: ${done} of ${creators} creators. It goes on while you look around.`;
    case 'finished':
      return `${creators} demo creators are here. For an empty workspace, register another one.`;
    case 'failed':
      return `The demo data ended after ${done} of ${creators} creators. ${problem ?? ''}`.trim();
    case 'none':
      return '';
  }
};
