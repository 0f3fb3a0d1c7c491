/** One line as the server would hold it: what is said on it, and whether the browser hung up. */
export class ServerLine {
  private isCut = false;
  private pen!: ReadableStreamDefaultController<Uint8Array>;
  readonly body = new ReadableStream<Uint8Array>({
    start: (pen) => {
      this.pen = pen;
    },
  });

  constructor(readonly asked: RequestInit) {
    asked.signal?.addEventListener('abort', () => this.pen.error(new DOMException('hung up', 'AbortError')));
  }

  get open(): boolean {
    return this.asked.signal?.aborted === false && !this.isCut;
  }

  get lastId(): string | undefined {
    return (this.asked.headers as Record<string, string>)['Last-Event-ID'];
  }

  say(text: string): void {
    this.pen.enqueue(new TextEncoder().encode(text));
  }

  cut(): void {
    this.isCut = true;
    this.pen.error(new Error('cut'));
  }
}

/** A server whose lines are in the hands of the test. Undo with `vi.unstubAllGlobals()`. */
export const serverLines = (status: () => number): ServerLine[] => {
  const lines: ServerLine[] = [];
  vi.stubGlobal('fetch', async (_address: string, asked: RequestInit) => {
    if (status() !== 200) return new Response('', { status: status() });
    const line = new ServerLine(asked);
    lines.push(line);
    return new Response(line.body, { headers: { 'X-Linkage-Build': 'build-7' } });
  });
  return lines;
};

export const changed = (id: number, list = 'invitations'): string =>
  `id: ${id}\nevent: changed\ndata: {"list":"${list}","ids":["${id}"]}\n\n`;
