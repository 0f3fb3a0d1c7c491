import type { Browser } from './browser';

export interface Heard {
  comment?: string;
  id?: string;
  event?: string;
  data?: { list?: string; ids?: string[] };
}

/** Reads a stream of events until told otherwise. */
export class Line {
  private readonly stopping = new AbortController();
  private rest = '';
  private readonly heard: Heard[] = [];
  private wake: () => void = () => undefined;
  ended = false;
  response!: Response;

  static async open(browser: Browser, lastId?: string): Promise<Line> {
    const line = new Line();
    line.response = await browser.fetch(
      'GET',
      '/api/live',
      undefined,
      lastId ? { 'last-event-id': lastId } : {},
      line.stopping.signal,
    );
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

  /** Where to come back to. */
  get lastId(): string | undefined {
    return this.heard.findLast(({ id }) => id !== undefined)?.id;
  }

  get all(): readonly Heard[] {
    return this.heard;
  }

  private async read(): Promise<void> {
    try {
      for await (const piece of (this.response.body as ReadableStream<Uint8Array>).pipeThrough(
        new TextDecoderStream(),
      )) {
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
    if (name === '') heard.comment = value;
    if (name === 'id') heard.id = value;
    if (name === 'event') heard.event = value;
    if (name === 'data') heard.data = JSON.parse(value);
  }
  return heard;
};
