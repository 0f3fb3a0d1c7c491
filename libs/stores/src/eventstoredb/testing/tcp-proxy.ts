import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** A TCP proxy on loopback that a spec can cut, slow down, close and silence. */
export class TcpProxy {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private shut = false;
  private silent = false;
  /** Every chunk is delayed by this and arrives in two halves. */
  delayMs = 0;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async to(port: number): Promise<TcpProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const proxy = new TcpProxy(server, address.port);
    server.on('connection', (near) => proxy.join(near, connect(port, '127.0.0.1')));
    return proxy;
  }

  /** Drops every connection; new ones are accepted. */
  cut(): void {
    for (const [near, far] of this.pairs) {
      near.destroy();
      far.destroy();
    }
  }

  /** Drops every connection and accepts none until `open()`. */
  close(): void {
    this.shut = true;
    this.cut();
  }

  open(): void {
    this.shut = false;
  }

  /** Accepts connections and passes nothing on, like a server that hangs, until `speak()`. */
  hush(): void {
    this.silent = true;
    for (const socket of [...this.pairs].flat()) socket.pause();
  }

  speak(): void {
    this.silent = false;
    for (const socket of [...this.pairs].flat()) socket.resume();
  }

  async end(): Promise<void> {
    this.close();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(near: Socket, far: Socket): void {
    if (this.shut) {
      near.destroy();
      far.destroy();
      return;
    }
    const pair = [near, far] as const;
    this.pairs.add(pair);
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on('data', (chunk: Buffer) => this.pass(chunk, to));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        to.destroy();
        this.pairs.delete(pair);
      });
      if (this.silent) from.pause();
    }
  }

  private pass(chunk: Buffer, to: Socket): void {
    if (this.delayMs === 0) {
      to.write(chunk);
      return;
    }
    const half = Math.ceil(chunk.length / 2);
    for (const [index, part] of [chunk.subarray(0, half), chunk.subarray(half)].entries())
      setTimeout(() => to.writable && to.write(part), this.delayMs * (index + 1));
  }
}
