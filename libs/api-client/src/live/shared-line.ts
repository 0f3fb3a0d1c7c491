import type { LiveEvent } from '@linkage/contracts';
import { hiddenFor, shown, type BrowserTabs } from './browser-tabs';
import { LiveLine, type LineTold, type LiveState } from './live-line';
import type { LiveTiming } from './live-timing';

/** What the tab that holds the line tells the others: an event, or how the line is. */
interface Told {
  readonly leader: string;
  /** How many events this leader has told, with this one: a tab that was asleep sees that it missed some. */
  readonly count: number;
  /** Where the line stood when this leader took it over. */
  readonly began: string | undefined;
  readonly lastId: string | undefined;
  readonly state: LiveState;
  readonly build?: string;
  readonly event?: LiveEvent;
}
type Message = Told | 'how is the line?';

/** This session has no more lines. */
export const isOver = (state: LiveState): boolean => state === 'signed-out' || state === 'other-workspace';

/**
 * One line for all tabs of a browser, because a browser has six connections per server over HTTP/1.1: the tab that has
 * the lock holds it and tells the others. When that tab closes, is hidden for long or falls silent, the next one goes
 * on from the last id that it has heard.
 */
export class SharedLine {
  private lastId: string | undefined;
  private leader: Pick<Told, 'leader' | 'count'> | undefined;
  private readonly name: string;
  private readonly channel: ReturnType<BrowserTabs['channel']>;
  private readonly ended = new AbortController();
  private candidacy = new AbortController();
  private silence: ReturnType<typeof setTimeout> | undefined;
  private leads: ((message: Message) => void) | undefined;
  private steal = false;

  constructor(
    private readonly workspaceId: string,
    private readonly tabs: BrowserTabs,
    private readonly timing: LiveTiming,
    private readonly told: { event(event: LiveEvent): void; state(state: LiveState): void; build(build: string): void },
    /** Where the line stood before the screens of this tab were read. */
    private readonly from?: string,
  ) {
    this.name = `linkage-live-${workspaceId}`;
    this.channel = tabs.channel(this.name);
    this.channel.onmessage = ({ data }: MessageEvent<Message>): void => this.hear(data);
    this.channel.postMessage('how is the line?' satisfies Message);
    void this.stand();
  }

  end(): void {
    this.ended.abort();
    this.candidacy.abort();
    clearTimeout(this.silence);
    this.channel.close();
  }

  /** Waits for its turn to hold the line, again and again. */
  private async stand(): Promise<void> {
    const { signal: ended } = this.ended;
    while (!ended.aborted) {
      await shown(this.tabs, ended);
      if (ended.aborted) return;
      const away = hiddenFor(this.tabs, this.tabs.locks === undefined ? 0 : this.timing.hidden);
      this.candidacy = new AbortController();
      if (!this.steal) this.watchLeader();
      const until = AbortSignal.any([ended, away.signal, this.candidacy.signal]);
      await this.takeTurn(until).catch((error: unknown) => {
        if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
      });
      away.end();
    }
  }

  private async takeTurn(until: AbortSignal): Promise<void> {
    const { locks } = this.tabs;
    if (locks === undefined) return this.lead(until);
    const turn = new AbortController(); // ends, too, when another tab takes the lock away
    const lead = (): Promise<void> => this.lead(AbortSignal.any([until, turn.signal]));
    const options: LockOptions = this.steal ? { steal: true } : { signal: until };
    this.steal = false;
    try {
      await locks.request(this.name, options, lead);
    } finally {
      turn.abort();
    }
  }

  private async lead(until: AbortSignal): Promise<void> {
    clearTimeout(this.silence);
    const began = this.lastId ?? this.from;
    const leader = crypto.randomUUID();
    let count = 0;
    let standing: Told = { leader, count, began, lastId: began, state: 'connecting' };
    const post = (told: Told): void => {
      if (until.aborted) return;
      standing = told;
      this.lastId = told.lastId;
      this.channel.postMessage(told satisfies Message);
    };
    const told: LineTold = {
      event: (event, lastId) => {
        count += 1;
        post({ ...standing, count, lastId, event });
        this.told.event(event);
      },
      state: (state, lastId) => {
        const { event: _told, ...rest } = standing;
        post({ ...rest, lastId, state });
        this.told.state(state);
        if (isOver(state)) this.end();
      },
      build: (build) => {
        standing = { ...standing, build };
        this.told.build(build);
      },
    };
    this.leads = (message) => {
      if (message !== 'how is the line?') return;
      const { event: _told, ...rest } = standing;
      post(rest);
    };
    await new LiveLine(this.timing, told, this.workspaceId, began).hold(until);
    this.leads = undefined;
    this.leader = undefined;
  }

  private hear(message: Message): void {
    if (this.ended.signal.aborted) return;
    if (this.leads !== undefined || message === 'how is the line?') return this.leads?.(message);
    if (this.missed(message)) this.told.event({ event: 'reset', data: {} });
    this.leader = message;
    this.lastId = message.lastId;
    this.watchLeader();
    if (message.event) this.told.event(message.event);
    this.told.state(message.state);
    if (message.build !== undefined) this.told.build(message.build);
    if (isOver(message.state)) this.end();
  }

  /**
   * Has this tab heard less than what the leader has told so far? A tab that has heard nothing yet has just read
   * everything.
   */
  private missed({ leader, count, began, event }: Told): boolean {
    const before = event === undefined ? count : count - 1;
    if (this.leader?.leader === leader) return this.leader.count !== before;
    return this.lastId !== undefined && (before !== 0 || began !== this.lastId);
  }

  private watchLeader(): void {
    clearTimeout(this.silence);
    this.steal = false;
    if (this.ended.signal.aborted || this.tabs.locks === undefined) return;
    this.silence = setTimeout(() => {
      this.steal = true;
      this.candidacy.abort();
    }, this.timing.leaderSilence);
  }
}
