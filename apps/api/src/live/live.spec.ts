import type { Browser } from '../testing/browser';
import { serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';

interface Heard { id?: string; event?: string; data?: { list?: string; ids?: string[] } }

/** Reads a stream of events until told otherwise. */
class Line {
  private readonly stopping = new AbortController();
  private rest = '';
  private readonly heard: Heard[] = [];
  private wake: () => void = () => undefined;
  ended = false;
  response!: Response;

  static async open(browser: Browser, lastId?: string): Promise<Line> {
    const line = new Line();
    line.response = await browser.fetch('GET', '/api/live', undefined, lastId ? { 'last-event-id': lastId } : {}, line.stopping.signal);
    void line.read();
    return line;
  }

  close(): void {
    this.stopping.abort();
  }

  /** The first message, heard already or still to come, that is wanted. */
  async until(wanted: (message: Heard) => boolean): Promise<Heard> {
    for (;;) {
      const found = this.heard.find(wanted);
      if (found) return found;
      if (this.ended) throw new Error(`the line ended after ${JSON.stringify(this.heard)}`);
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  get all(): readonly Heard[] {
    return this.heard;
  }

  private async read(): Promise<void> {
    try {
      for await (const piece of (this.response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
        const messages = (this.rest + piece).split('\n\n');
        this.rest = messages.pop() ?? '';
        this.heard.push(...messages.map(parse));
        this.wake();
      }
    } catch {
      // closed by this side
    }
    this.ended = true;
    this.wake();
  }
}

const parse = (message: string): Heard => {
  const heard: Heard = {};
  for (const line of message.split('\n')) {
    const [name, value = ''] = line.split(/: (.*)/);
    if (name === 'id') heard.id = value;
    if (name === 'event') heard.event = value;
    if (name === 'data') heard.data = JSON.parse(value);
  }
  return heard;
};

const invite = async (browser: Browser, name: string): Promise<string> =>
  (await browser.post('/api/invitations', { name, email: `${name}@example.com` })).body.invitationId;

const about = (invitationId: string) => (message: Heard): boolean => message.data?.ids?.includes(invitationId) === true;

describe('GET /api/live', () => {
  let linkage: ServerUnderTest;
  const lines: Line[] = [];
  const open = async (browser: Browser, lastId?: string): Promise<Line> => {
    const line = await Line.open(browser, lastId);
    lines.push(line);
    return line;
  };

  beforeAll(async () => {
    linkage = await serverUnderTest();
  });
  afterEach(() => lines.splice(0).forEach((line) => line.close()));
  afterAll(() => linkage.close());

  it('is for members only', async () => {
    expect((await linkage.browser().get('/api/live')).status).toBe(401);
  });

  it('answers at once, unbuffered, with an id to come back to', async () => {
    const line = await open(await linkage.member());
    expect(Object.fromEntries(line.response.headers)).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no', 'cache-control': 'no-store, no-transform' });
    expect(line.response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await line.until(({ id }) => id !== undefined)).id).toMatch(/./);
  });

  it('tells which rows of which list changed, when they can be read', async () => {
    const member = await linkage.member();
    const line = await open(member);
    const invitationId = await invite(member, 'noa');
    const told = await line.until(about(invitationId));
    expect(told).toMatchObject({ event: 'changed', data: { list: 'invitations' } });
    expect((await member.get('/api/invitations')).body.items).toMatchObject([{ invitationId }]);
  });

  it('tells nothing of another workspace', async () => {
    const [member, other] = [await linkage.member(), await linkage.member()];
    const line = await open(member);
    const foreign = await invite(other, 'foreign');
    const own = await invite(member, 'own');
    await line.until(about(own));
    expect(line.all.some(about(foreign))).toBe(false);
  });

  it('tells a browser that comes back what it missed', async () => {
    const member = await linkage.member();
    const line = await open(member);
    const first = await invite(member, 'first');
    const { id } = await line.until(about(first));
    line.close();
    const missed = await invite(member, 'missed');
    const back = await open(member, id);
    await back.until(about(missed));
    expect(back.all.some(({ event }) => event === 'reset')).toBe(false);
  });

  it.each(['12345678901', 'nonsense', 'start-of-another-server'])('says reset when it does not know what was missed since %s', async (lastId) => {
    const line = await open(await linkage.member(), lastId);
    expect(await line.until(({ event }) => event !== undefined)).toMatchObject({ event: 'reset', data: {} });
  });

  it('ends when the server goes down, and goes on with the next one', async () => {
    const member = await linkage.member();
    const line = await open(member);
    await linkage.restart();
    await expect(line.until(() => false)).rejects.toThrow('the line ended');
    const next = await open(member, 'start-of-the-last-server');
    await next.until(({ event }) => event === 'reset');
    await next.until(about(await invite(member, 'after')));
  });
});
