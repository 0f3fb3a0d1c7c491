import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Apart } from './run-apart';

/** A line of output from a consuming process. */
export interface Told {
  readonly what: 'begin' | 'end';
  /** Milliseconds of the machine's monotonic clock, which all processes share. */
  readonly ms: number;
  readonly stream: string;
  readonly revision: number;
}

/** A process that consumes a group (`crash/consumer-process.ts`), with its output. */
export class ConsumingProcess {
  readonly told: Told[] = [];
  private readonly child: ChildProcess;
  private readonly heard: Promise<unknown>;

  constructor(apart: Apart, log: string, group: string, prefix: string, msPerFact: number) {
    this.child = apart.start([log, group, prefix, String(msPerFact)]);
    const lines = createInterface({ input: this.child.stdout! });
    lines.on('line', (line) => this.told.push(JSON.parse(line) as Told));
    this.heard = once(lines, 'close');
  }

  /** Facts that it has begun with, as `stream/revision`, in order. */
  get begun(): readonly string[] {
    return this.told.flatMap(({ what, stream, revision }) => (what === 'begin' ? [`${stream}/${revision}`] : []));
  }

  /** Facts in the order in which it finished them, followed by the unfinished ones. */
  get finishing(): readonly string[] {
    const ended = new Set(
      this.told.flatMap(({ what, stream, revision }) => (what === 'end' ? [`${stream}/${revision}`] : [])),
    );
    return [...ended, ...this.begun.filter((fact) => !ended.has(fact))];
  }

  /** Resolves when it is gone and all its output is read. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.child.kill(signal);
    await this.heard;
  }
}
