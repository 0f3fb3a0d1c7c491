import { ImitatedBrowser, type ImitatedTab } from './browser-tabs.fixtures';
import { changed, serverLines, type ServerLine } from './live-line.harness';
import { SharedLine } from './shared-line';

interface Tab {
  readonly tab: ImitatedTab;
  readonly line: SharedLine;
  readonly heard: string[];
  readonly states: string[];
  readonly builds: string[];
}

describe('one line for all tabs of a browser', () => {
  const timing = { silence: 5_000, retries: [1], pollAfter: 2, hidden: 5, leaderSilence: 5_000 };
  let browser: ImitatedBrowser;
  let lines: ServerLine[];
  let status: number;
  const opened: Tab[] = [];

  const open = (leaderSilence = timing.leaderSilence): Tab => {
    const [tab, heard, states, builds] = [browser.tab(), [] as string[], [] as string[], [] as string[]];
    const line = new SharedLine(
      'nordlys',
      tab,
      { ...timing, leaderSilence },
      {
        event: (event) => heard.push(event.event === 'changed' ? (event.data.ids[0] ?? '') : event.event),
        state: (state) => states.push(state),
        build: (build) => builds.push(build),
      },
      '0',
    );
    opened.push({ tab, line, heard, states, builds });
    return { tab, line, heard, states, builds };
  };
  /** The line that is open after so many others. */
  const lineNumber = (number: number): Promise<ServerLine> =>
    vi.waitFor(() => {
      const line = lines.slice(number - 1).find((one) => one.open);
      if (line === undefined) throw new Error(`no line open after ${number - 1} others`);
      return line;
    });
  const hears = (tab: Tab, events: string[]): Promise<void> => vi.waitFor(() => expect(tab.heard).toEqual(events));
  const linesOpen = (): number => lines.filter((line) => line.open).length;

  beforeEach(() => {
    [browser, status] = [new ImitatedBrowser(), 200];
    lines = serverLines(() => status);
  });
  afterEach(() => {
    for (const { line } of opened.splice(0)) line.end();
    vi.unstubAllGlobals();
  });

  it('is held by one tab and heard by ten', async () => {
    const tabs = Array.from({ length: 10 }, () => open());
    (await lineNumber(1)).say(changed(1) + changed(2));
    for (const tab of tabs) await hears(tab, ['1', '2']);
    expect(lines).toHaveLength(1);
    for (const tab of tabs) expect(tab.states.at(-1)).toBe('live');
    for (const tab of tabs) expect(tab.builds, 'and each knows the version of the server').toContain('build-7');
  });

  it('goes on in the next tab from where the first one stood, and loses nothing', async () => {
    const [first, second, third] = [open(), open(), open()];
    (await lineNumber(1)).say(changed(41));
    await hears(third, ['41']);
    first.line.end();
    const next = await lineNumber(2);
    expect(next.lastId).toBe('41');
    next.say(changed(42));
    await hears(second, ['41', '42']);
    await hears(third, ['41', '42']);
    expect(linesOpen()).toBe(1);
  });

  it('tells a tab that opens later where it stands', async () => {
    const first = open();
    (await lineNumber(1)).say(changed(7));
    await hears(first, ['7']);
    const later = open();
    await vi.waitFor(() => expect(later.states.at(-1)).toBe('live'));
    first.line.end();
    expect((await lineNumber(2)).lastId).toBe('7');
    expect(later.heard).toEqual([]);
  });

  it('is hung up while no tab is in view, and goes on when one is', async () => {
    const [first, second] = [open(), open()];
    (await lineNumber(1)).say(changed(3));
    await hears(second, ['3']);
    first.tab.turn(true);
    second.tab.turn(true);
    await vi.waitFor(() => expect(linesOpen()).toBe(0));
    second.tab.turn(false);
    const next = await lineNumber(2);
    expect(next.lastId).toBe('3');
    next.say(changed(4));
    await hears(first, ['3', '4']);
    await hears(second, ['3', '4']);
  });

  it('is taken from a tab that is frozen; when it wakes up, it reads again what it missed', async () => {
    const [first, second] = [open(), open(150)];
    (await lineNumber(1)).say(changed(1));
    await hears(second, ['1']);
    first.tab.frozen = true;
    const next = await lineNumber(2);
    expect(next.lastId).toBe('1');
    next.say(changed(2));
    await hears(second, ['1', '2']);
    expect(linesOpen()).toBe(1);
    first.tab.frozen = false;
    next.say(changed(3));
    await hears(first, ['1', 'reset', '3']);
  });

  it('ends in every tab when the session is over', async () => {
    const [first, second] = [open(), open()];
    const line = await lineNumber(1);
    status = 401;
    line.cut();
    for (const tab of [first, second]) await vi.waitFor(() => expect(tab.states.at(-1)).toBe('signed-out'));
    expect(linesOpen()).toBe(0);
  });

  it('without locks each tab in view has its own, and none that is hidden', async () => {
    const tab = browser.tab();
    const heard: string[] = [];
    const line = new SharedLine(
      'nordlys',
      {
        locks: undefined,
        channel: () => tab.channel(),
        hidden: () => tab.hidden(),
        whenTurned: (turned) => tab.whenTurned(turned),
      },
      timing,
      { event: ({ event }) => heard.push(event), state: () => undefined, build: () => undefined },
      '0',
    );
    (await lineNumber(1)).say(changed(9));
    await vi.waitFor(() => expect(heard).toEqual(['changed']));
    tab.turn(true);
    await vi.waitFor(() => expect(linesOpen()).toBe(0));
    tab.turn(false);
    expect((await lineNumber(2)).lastId).toBe('9');
    line.end();
  });
});
