/** One server-sent event, as it came over the line. */
export interface StreamEvent {
  event: string;
  data: string;
}

/**
 * Reads `text/event-stream` piece by piece, as the line delivers it. `lastId` is what `Last-Event-ID` should say on
 * coming back. Comment lines (heartbeats) say nothing.
 */
export class EventStreamReader {
  lastId: string | undefined;
  private rest = '';
  private event = '';
  private data: string[] = [];
  private id: string | undefined;

  /** A new line begins: half an event from the old one is not to be finished by it. */
  begin(): void {
    this.rest = '';
    this.event = '';
    this.data = [];
    this.id = this.lastId;
  }

  /** The events that are complete with this piece. */
  read(piece: string): StreamEvent[] {
    const lines = (this.rest + piece).split(/\r\n|\n|\r(?!$)/u);
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.line(line));
  }

  private line(line: string): StreamEvent[] {
    if (line === '') return this.close();
    const colon = line.indexOf(':');
    const name = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /u, '');
    if (name === 'event') this.event = value;
    if (name === 'data') this.data.push(value);
    if (name === 'id' && !value.includes('\0')) this.id = value;
    return [];
  }

  private close(): StreamEvent[] {
    const done =
      this.data.length === 0 ? [] : [{ event: this.event === '' ? 'message' : this.event, data: this.data.join('\n') }];
    this.lastId = this.id;
    this.event = '';
    this.data = [];
    return done;
  }
}
