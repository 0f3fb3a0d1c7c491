import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '@linkage/event-sourcing/testing';
import { Logger } from '@nestjs/common';
import { SandboxClock } from './sandbox-clock';

/** The clock of a platform sandbox, as far as its stream goes. */
class Stream {
  private readonly lines = new Set<ServerResponse>();
  private reading = { now: new Date().toISOString(), movedBy: 0, running: true };
  opened = 0;

  constructor(private readonly server: Server = createServer()) {
    server.on('request', (_request, response: ServerResponse) => {
      this.opened += 1;
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n');
      this.lines.add(response);
      this.write(response);
    });
  }

  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  move(movedBy: number, running = true): void {
    this.reading = { now: new Date(Date.now() + movedBy).toISOString(), movedBy, running };
    for (const line of this.lines) this.write(line);
  }

  hangUp(): void {
    for (const line of this.lines) line.destroy();
    this.lines.clear();
  }

  close(): void {
    this.hangUp();
    this.server.close();
  }

  private write(line: ServerResponse): void {
    line.write(`data: ${JSON.stringify(this.reading)}\n\n`);
  }
}

const DAY = 86_400_000;
const distance = (clock: SandboxClock): number => Math.abs(clock.now().getTime() - Date.now());

describe('the clock that follows the platform sandbox', () => {
  let stream: Stream;
  let clock: SandboxClock;
  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(() => {
    stream = new Stream();
  });
  afterEach(() => {
    clock.close();
    stream.close();
  });
  const moved = (): Promise<void> => new Promise((resolve) => clock.onMoved(resolve));

  it('stands where the sandbox stands as soon as it is open', async () => {
    stream.move(3 * DAY);
    clock = new SandboxClock(await stream.listen());
    await clock.follow();
    expect(Math.round(clock.movedBy / DAY)).toBe(3);
    expect(Math.round(distance(clock) / DAY)).toBe(3);
  });

  it('tells when it is moved, and not when it only ticks', async () => {
    clock = new SandboxClock(await stream.listen());
    await clock.follow();
    let told = 0;
    clock.onMoved(() => (told += 1));
    stream.move(0);
    const next = moved();
    stream.move(DAY);
    await next;
    expect(told).toBe(1);
    expect(Math.round(distance(clock) / DAY)).toBe(1);
  });

  it('stands still when the sandbox does', async () => {
    clock = new SandboxClock(await stream.listen());
    await clock.follow();
    const next = moved();
    stream.move(DAY, false);
    await next;
    const before = clock.now().getTime();
    await new Promise((resolve) => setImmediate(resolve));
    expect(clock.now().getTime()).toBe(before);
  });

  it('keeps the distance when the line breaks, and comes back', async () => {
    stream.move(2 * DAY);
    clock = new SandboxClock(await stream.listen());
    await clock.follow();
    const next = moved();
    stream.hangUp();
    expect(Math.round(distance(clock) / DAY)).toBe(2);
    stream.move(5 * DAY);
    await next;
    expect(Math.round(distance(clock) / DAY)).toBe(5);
    expect(stream.opened).toBe(2);
  });

  describe('what it says of a sandbox that is away', () => {
    const warnings: string[] = [];
    beforeEach(() => {
      warnings.splice(0);
      jest.spyOn(Logger.prototype, 'warn').mockImplementation((line: string) => void warnings.push(line));
    });
    afterEach(() => jest.restoreAllMocks());

    it('nothing of a line that breaks and is there again', async () => {
      clock = new SandboxClock(await stream.listen());
      await clock.follow();
      const next = moved();
      stream.hangUp();
      stream.move(DAY);
      await next;
      expect(warnings).toEqual([]);
    });

    it('once that it does not answer', async () => {
      const url = await stream.listen();
      clock = new SandboxClock(url);
      await clock.follow();
      stream.close();
      await eventually(() => expect(warnings).toHaveLength(1));
      expect(warnings[0]).toContain(`The platform sandbox at ${url} does not answer`);
    });
  });

  it('runs true without a sandbox, and follows it when it comes', async () => {
    const url = await stream.listen();
    stream.close();
    clock = new SandboxClock(url);
    await clock.follow();
    expect(clock.movedBy).toBeLessThan(1_000);
    const next = moved();
    stream = new Stream();
    stream.move(DAY);
    await stream.listen(Number(new URL(url).port));
    await next;
    expect(Math.round(distance(clock) / DAY)).toBe(1);
  });
});
