import { BUILD_HEADER, WORKSPACE_HEADER, type LiveEvent } from '@linkage/contracts';
import { EventStreamReader, type StreamEvent } from './event-stream-reader';
import type { LiveTiming } from './live-timing';

export type LiveState = 'stopped' | 'connecting' | 'live' | 'polling' | 'signed-out' | 'other-workspace';

type ListenEnd = 'heard' | 'answered' | 'failed' | 'signed-out' | 'other-workspace';

/** What a line has to say; `lastId` is where it stands after that. */
export interface LineTold {
  event(event: LiveEvent, lastId: string | undefined): void;
  state(state: LiveState, lastId: string | undefined): void;
  /** Which version of the dashboard the server has. */
  build(build: string): void;
}

const parse = ({ event, data }: StreamEvent): LiveEvent | undefined => {
  if (event !== 'changed' && event !== 'reset' && event !== 'clock') return undefined;
  try {
    return { event, data: JSON.parse(data) as never };
  } catch {
    return { event: 'reset', data: {} };
  }
};

/**
 * One stream of server-sent events, read with `fetch` rather than `EventSource`, because only then can `Last-Event-ID`
 * be sent after a silent line and heartbeats be heard. A line that cannot be held turns into polling.
 */
export class LiveLine {
  private readonly reader = new EventStreamReader();

  constructor(
    private readonly timing: LiveTiming,
    private readonly told: LineTold,
    private readonly workspaceId: string,
    lastId?: string,
  ) {
    this.reader.lastId = lastId;
  }

  /** Until it is stopped, or until the session is over or another one. */
  async hold(stopped: AbortSignal): Promise<void> {
    let failures = 0;
    while (!stopped.aborted) {
      if (failures < this.timing.pollAfter) this.say('connecting');
      const end = await this.listen(stopped);
      if (stopped.aborted) return;
      if (end === 'signed-out' || end === 'other-workspace') return this.say(end);
      failures = end === 'heard' ? 0 : failures + 1;
      if (failures >= this.timing.pollAfter) {
        this.say('polling');
        this.tell({ event: 'reset', data: {} });
      }
      await pause(this.timing.retries[Math.min(failures, this.timing.retries.length - 1)] ?? 1_000, stopped);
    }
  }

  private say(state: LiveState): void {
    this.told.state(state, this.reader.lastId);
  }

  private tell(event: LiveEvent): void {
    this.told.event(event, this.reader.lastId);
  }

  private async listen(stopped: AbortSignal): Promise<ListenEnd> {
    const line = new AbortController();
    const hangUp = (): void => line.abort();
    stopped.addEventListener('abort', hangUp);
    let watch = setTimeout(hangUp, this.timing.silence);
    let reached: ListenEnd = 'failed';
    this.reader.begin();
    try {
      const { lastId } = this.reader;
      const answer = await fetch('/api/live', {
        signal: line.signal,
        cache: 'no-store',
        headers: {
          Accept: 'text/event-stream',
          [WORKSPACE_HEADER]: this.workspaceId,
          ...(lastId !== undefined && { 'Last-Event-ID': lastId }),
        },
      });
      const build = answer.headers.get(BUILD_HEADER);
      if (build !== null) this.told.build(build);
      if (answer.status === 401) return 'signed-out';
      if (answer.status === 409) return 'other-workspace';
      if (!answer.ok || answer.body === null) return 'failed';
      reached = 'answered';
      this.say('live');
      // Without an id there is nothing to catch up from: what the screens have read may be older than this line.
      if (lastId === undefined) this.tell({ event: 'reset', data: {} });
      const pieces = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
        reached = 'heard';
        clearTimeout(watch);
        watch = setTimeout(hangUp, this.timing.silence);
        const changes = this.reader.read(piece.value).map(parse);
        for (const change of changes) if (change !== undefined) this.tell(change);
        // Also after a heartbeat: it may have moved the last id, and others want to know that this line lives.
        this.say('live');
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
