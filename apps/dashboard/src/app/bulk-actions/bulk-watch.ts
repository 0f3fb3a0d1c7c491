import { Injectable, computed, inject, signal } from '@angular/core';
import { InvitationsApi } from '@linkage/api-client';
import type { BulkActionProgress } from '@linkage/contracts';
import { firstValueFrom } from 'rxjs';
import { ServerClock } from '../base/server-clock';
import { TabMemory } from '../base/tab-memory';
import { Changes } from '../shared/changes/changes';

const PAUSE_MS = 1_000;
const CLOSED = 'bulk-closed';
const MOST_REMEMBERED = 50;
/** So long a report stays that was not closed. */
const SHOWN_MS = 3_600_000;

/** Actions on many invitations: watched until they are over, and closed when they were read. */
@Injectable({ providedIn: 'root' })
export class BulkWatch {
  private readonly api = inject(InvitationsApi);
  private readonly changes = inject(Changes);
  private readonly memory = inject(TabMemory);
  private readonly clock = inject(ServerClock);
  private readonly actions = signal<readonly BulkActionProgress[]>([]);
  private readonly closed = signal(this.remembered());
  private timer: ReturnType<typeof setTimeout> | undefined;
  private watchers = 0;
  /** One was started here a moment ago: the focus goes to its report. */
  readonly started = signal<string | null>(null);
  readonly shown = computed(() =>
    this.actions()
      .filter(({ bulkId }) => !this.closed().has(bulkId))
      .filter((one) => isRunning(one) || (one.mine && this.isFresh(one))),
  );

  /** Returns the way to stop watching. */
  watch(): () => void {
    this.watchers += 1;
    const changes = this.changes.of('invitations').subscribe(() => this.later());
    void this.ask();
    return () => {
      this.watchers -= 1;
      changes.unsubscribe();
      if (this.watchers === 0) {
        clearTimeout(this.timer);
        this.timer = undefined;
      }
    };
  }

  close(bulkId: string): void {
    this.closed.update((closed) => new Set([...closed, bulkId]));
    this.memory.write(CLOSED, [...this.closed()].slice(-MOST_REMEMBERED));
  }

  private remembered(): ReadonlySet<string> {
    const stored = this.memory.read(CLOSED);
    return new Set(Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : []);
  }

  private isFresh({ lastAt, startedAt }: BulkActionProgress): boolean {
    return this.clock.now() - Date.parse(lastAt ?? startedAt) < SHOWN_MS;
  }

  private later(): void {
    this.timer ??= setTimeout(() => void this.ask(), PAUSE_MS);
  }

  /** How far they are now. */
  async ask(): Promise<void> {
    try {
      this.actions.set((await firstValueFrom(this.api.bulkActions())).actions);
    } catch {
      // The list beside it says what is wrong; the next change asks again.
    }
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.watchers > 0 && this.actions().some(isMoving)) this.later();
  }
}

const isRunning = ({ state }: BulkActionProgress): boolean => state === 'running' || state === 'undoing';

/** It goes on, or its mails are still held. */
const isMoving = (one: BulkActionProgress): boolean =>
  isRunning(one) || (one.action === 'resend' && one.undoUntil !== null);
