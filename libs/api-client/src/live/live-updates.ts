import { Injectable, InjectionToken, inject, signal } from '@angular/core';
import { Subject, filter, map, type Observable } from 'rxjs';
import type { LiveEvent, LiveList } from '@linkage/contracts';
import { EventStreamReader, type StreamEvent } from './event-stream';

/** In ms. */
export interface LiveTiming {
  /** The server sends a line at least every 15 s; after this long without one the line is dead. */
  silence: number;
  /** How long to wait before coming back, by failures in a row. */
  retries: readonly number[];
  /** After so many failures in a row every retry also asks the screens to read again. */
  pollAfter: number;
}

export const LIVE_TIMING = new InjectionToken<LiveTiming>('live timing', {
  providedIn: 'root',
  factory: () => ({ silence: 40_000, retries: [250, 1_000, 3_000, 8_000, 15_000], pollAfter: 3 }),
});

/** A line that opens so soon is older than what the screens read. In ms. */
const AT_ONCE = 1_000;

export type LiveState = 'stopped' | 'connecting' | 'live' | 'polling' | 'signed-out';

const parse = ({ event, data }: StreamEvent): LiveEvent | undefined => {
  if (event !== 'changed' && event !== 'reset' && event !== 'clock') return undefined;
  try {
    return { event, data: JSON.parse(data) as never };
  } catch {
    return { event: 'reset', data: {} };
  }
};

/**
 * Changes as they happen: one stream of server-sent events, read with `fetch` rather than `EventSource`, because only then can
 * `Last-Event-ID` be sent after a silent line and heartbeats be heard. A line that cannot be held turns into polling.
 */
@Injectable({ providedIn: 'root' })
export class LiveUpdates {
  private readonly timing = inject(LIVE_TIMING);
  private readonly heard = new Subject<LiveEvent>();
  private running: AbortController | undefined;
  private reader = new EventStreamReader();
  private readonly current = signal<LiveState>('stopped');

  readonly state = this.current.asReadonly();
  readonly events: Observable<LiveEvent> = this.heard.asObservable();

  /** Ids that changed in a list; `null`: anything may have changed. */
  changes(...lists: LiveList[]): Observable<readonly string[] | null> {
    return this.heard.pipe(
      filter((heard) => heard.event === 'reset' || (heard.event === 'changed' && lists.includes(heard.data.list))),
      map((heard) => (heard.event === 'changed' ? heard.data.ids : null)),
    );
  }

  start(): void {
    if (this.running !== undefined) return;
    this.running = new AbortController();
    this.reader = new EventStreamReader();
    void this.hold(this.running.signal);
  }

  stop(): void {
    this.running?.abort();
    this.running = undefined;
    this.current.set('stopped');
  }

  private async hold(stopped: AbortSignal): Promise<void> {
    let failures = 0;
    let answered = false;
    const began = performance.now();
    while (!stopped.aborted) {
      if (failures < this.timing.pollAfter) this.current.set('connecting');
      const end = await this.listen(stopped, answered || performance.now() - began > AT_ONCE);
      if (stopped.aborted) return;
      if (end === 'signed-out') {
        this.running = undefined;
        this.current.set('signed-out');
        return;
      }
      failures = end === 'heard' ? 0 : failures + 1;
      answered ||= end !== 'failed';
      if (failures >= this.timing.pollAfter) {
        this.current.set('polling');
        this.heard.next({ event: 'reset', data: {} });
      }
      await pause(this.timing.retries[Math.min(failures, this.timing.retries.length - 1)] ?? 1_000, stopped);
    }
  }

  private async listen(stopped: AbortSignal, late: boolean): Promise<'heard' | 'answered' | 'failed' | 'signed-out'> {
    const line = new AbortController();
    const hangUp = (): void => line.abort();
    stopped.addEventListener('abort', hangUp);
    let watch = setTimeout(hangUp, this.timing.silence);
    let reached: 'heard' | 'answered' | 'failed' = 'failed';
    this.reader.begin();
    try {
      const { lastId } = this.reader;
      const answer = await fetch('/api/live', {
        signal: line.signal,
        cache: 'no-store',
        headers: { Accept: 'text/event-stream', ...(lastId !== undefined && { 'Last-Event-ID': lastId }) },
      });
      if (answer.status === 401) return 'signed-out';
      if (!answer.ok || answer.body === null) return 'failed';
      reached = 'answered';
      this.current.set('live');
      // Without an id there is nothing to catch up from: what the screens have read may be older than this line.
      if (late && lastId === undefined) this.heard.next({ event: 'reset', data: {} });
      const pieces = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
        reached = 'heard';
        clearTimeout(watch);
        watch = setTimeout(hangUp, this.timing.silence);
        for (const event of this.reader.read(piece.value)) {
          const change = parse(event);
          if (change !== undefined) this.heard.next(change);
        }
      }
      return reached;
    } catch {
      return reached; // a line that broke or was hung up; the next try says whether the server is there
    } finally {
      clearTimeout(watch);
      stopped.removeEventListener('abort', hangUp);
    }
  }
}

const pause = (ms: number, stopped: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      stopped.removeEventListener('abort', done);
      globalThis.removeEventListener?.('online', done);
      resolve();
    }
    stopped.addEventListener('abort', done);
    globalThis.addEventListener?.('online', done);
  });
