import { TestBed } from '@angular/core/testing';
import { LIVE_TIMING, LiveUpdates } from './live-updates';

/** One line as the server would hold it: what is said on it, and whether the browser hung up. */
class Line {
  private pen!: ReadableStreamDefaultController<Uint8Array>;
  readonly body = new ReadableStream<Uint8Array>({
    start: (pen) => {
      this.pen = pen;
    },
  });

  constructor(readonly asked: RequestInit) {
    asked.signal?.addEventListener('abort', () => this.pen.error(new DOMException('hung up', 'AbortError')));
  }

  get lastId(): string | undefined {
    return (this.asked.headers as Record<string, string>)['Last-Event-ID'];
  }

  say(text: string): void {
    this.pen.enqueue(new TextEncoder().encode(text));
  }

  cut(): void {
    this.pen.error(new Error('cut'));
  }
}

describe('live updates', () => {
  let lines: Line[];
  let answer: () => number;
  let live: LiveUpdates;
  let heard: unknown[];
  const changed = (id: number, list = 'invitations'): string =>
    `id: ${id}\nevent: changed\ndata: {"list":"${list}","ids":["${id}"]}\n\n`;

  beforeEach(() => {
    [lines, heard, answer] = [[], [], () => 200];
    vi.stubGlobal('fetch', async (_address: string, asked: RequestInit) => {
      if (answer() !== 200) return new Response('', { status: answer() });
      lines.push(new Line(asked));
      return new Response(lines.at(-1)!.body);
    });
    TestBed.configureTestingModule({
      providers: [{ provide: LIVE_TIMING, useValue: { silence: 60, retries: [1, 1, 1], pollAfter: 2 } }],
    });
    live = TestBed.inject(LiveUpdates);
    live.events.subscribe((event) => heard.push(event));
    live.start();
  });
  afterEach(() => {
    live.stop();
    vi.unstubAllGlobals();
  });

  it('tells what changed to those who asked for it', async () => {
    const accounts: unknown[] = [];
    live.changes('accounts', 'profile').subscribe((ids) => accounts.push(ids));
    await vi.waitFor(() => expect(live.state()).toBe('live'));
    lines[0]!.say(`:hello\n\n${changed(1)}${changed(2, 'accounts')}event: reset\ndata: {}\n\n`);
    await vi.waitFor(() => expect(heard).toHaveLength(3));
    expect(heard[0]).toEqual({ event: 'changed', data: { list: 'invitations', ids: ['1'] } });
    expect(accounts).toEqual([['2'], null]);
  });

  it('comes back with the last id after the line was cut', async () => {
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    lines[0]!.say(changed(41));
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    lines[0]!.cut();
    await vi.waitFor(() => expect(lines).toHaveLength(2));
    expect(lines[1]!.lastId).toBe('41');
    expect(heard).toHaveLength(1);
  });

  it('reads everything again after a cut before the first id', async () => {
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    await vi.waitFor(() => expect(live.state()).toBe('live'));
    lines[0]!.cut();
    await vi.waitFor(() => expect(heard).toEqual([{ event: 'reset', data: {} }]));
  });

  it('hangs up on a line that is silent for too long, and comes back', async () => {
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    lines[0]!.say(changed(7));
    await vi.waitFor(() => expect(lines.length).toBeGreaterThan(1));
    expect(lines[0]!.asked.signal?.aborted).toBe(true);
    expect(lines[1]!.lastId).toBe('7');
  });

  it('asks the screens to read again while there is no line, and stops asking once there is one', async () => {
    answer = () => 503;
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    lines[0]!.cut();
    await vi.waitFor(() => expect(live.state()).toBe('polling'));
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(1));
    expect(heard[0]).toEqual({ event: 'reset', data: {} });
    answer = () => 200;
    await vi.waitFor(() => expect(live.state()).toBe('live'));
  });

  it('does not insist when nobody is signed in', async () => {
    answer = () => 401;
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    lines[0]!.cut();
    await vi.waitFor(() => expect(live.state()).toBe('signed-out'));
  });
});
