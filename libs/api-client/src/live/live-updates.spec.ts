import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { LIVE_TIMING } from './live-timing';
import { changed, serverLines, type ServerLine } from './live-line.harness';
import { LiveUpdates, heardLiveId } from './live-updates';

describe('live updates', () => {
  let lines: ServerLine[];
  let answer: () => number;
  let live: LiveUpdates;
  let heard: unknown[];

  beforeEach(() => {
    [heard, answer] = [[], () => 200];
    lines = serverLines(() => answer());
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([heardLiveId])),
        provideHttpClientTesting(),
        {
          provide: LIVE_TIMING,
          useValue: { silence: 60, retries: [1, 1, 1], pollAfter: 2, hidden: 1, leaderSilence: 1 },
        },
      ],
    });
    live = TestBed.inject(LiveUpdates);
    live.events.subscribe((event) => heard.push(event));
    TestBed.inject(HttpClient).get('/api/session').subscribe();
    TestBed.inject(HttpTestingController)
      .expectOne('/api/session')
      .flush({}, { headers: { 'X-Linkage-Live': '40' } });
    live.start('nordlys');
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

  it('begins where the line stood when the session was read', async () => {
    await vi.waitFor(() => expect(live.state()).toBe('live'));
    expect(lines[0]!.lastId).toBe('40');
    expect(heard).toEqual([]);
  });

  it('reads everything again once the line is open when it is not known where it stood', async () => {
    live.stop();
    TestBed.resetTestingModule();
    const other = TestBed.inject(LiveUpdates);
    other.events.subscribe((event) => heard.push(event));
    other.start('nordlys');
    await vi.waitFor(() => expect(heard).toEqual([{ event: 'reset', data: {} }]));
    expect(other.state()).toBe('live');
    other.stop();
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

  it('does not insist without a session', async () => {
    answer = () => 401;
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    lines[0]!.cut();
    await vi.waitFor(() => expect(live.state()).toBe('signed-out'));
  });
});
