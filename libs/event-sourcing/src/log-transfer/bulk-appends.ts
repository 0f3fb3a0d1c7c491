import { LRUCache } from 'lru-cache';
import { type EventLog, RevisionConflict } from '../log/event-log.port';
import type { FactToStore } from '../facts/stored-fact';
import { ImportRefused, type LineFact } from './log-line';

interface Run {
  readonly stream: string;
  readonly first: number;
  readonly line: number;
  readonly facts: FactToStore[];
  bytes: number;
}

/** Well below EventStoreDB's limit for one append (1 MiB). */
const MOST_BYTES = 400_000;
const MOST_FACTS = 500;
const KNOWN_STREAMS = 50_000;

export class BulkAppends {
  private run: Run | undefined;
  private waiting: Run[] = [];
  private facts = 0;
  private readonly revisions = new LRUCache<string, number>({ max: KNOWN_STREAMS });

  constructor(
    private readonly log: EventLog,
    private readonly atOnce: number,
  ) {}

  async add({ stream, revision, id, type, data, meta }: LineFact, line: number): Promise<void> {
    await this.mustFollow(stream, revision, line);
    const bytes = 200 + JSON.stringify(data).length;
    if (
      !this.run ||
      this.run.stream !== stream ||
      this.run.facts.length >= MOST_FACTS ||
      this.run.bytes + bytes > MOST_BYTES
    ) {
      if (this.facts >= this.atOnce) await this.flush();
      this.run = { stream, first: revision, line, facts: [], bytes: 0 };
      this.waiting.push(this.run);
    }
    this.run.facts.push({ id, type, data, meta });
    this.run.bytes += bytes;
    this.facts += 1;
  }

  async flush(): Promise<void> {
    const runs = this.waiting;
    [this.run, this.waiting, this.facts] = [undefined, [], 0];
    await Promise.all(runs.map((run) => this.append(run)));
  }

  private async append({ stream, facts, first, line }: Run): Promise<void> {
    try {
      await this.log.append(stream, facts, first === 0 ? 'no-stream' : first - 1);
    } catch (error) {
      throw error instanceof RevisionConflict ? doesNotFollow(stream, first, line, error) : error;
    }
  }

  /** Appends that are sent together cannot be recalled. */
  private async mustFollow(stream: string, revision: number, line: number): Promise<void> {
    const last = this.revisions.get(stream) ?? (this.atOnce > 1 ? await this.lastRevision(stream) : revision - 1);
    if (revision !== last + 1) throw doesNotFollow(stream, revision, line);
    this.revisions.set(stream, revision);
  }

  private async lastRevision(stream: string): Promise<number> {
    const [last] = await this.log.readStream(stream, { backwards: true, limit: 1 });
    return last?.revision ?? -1;
  }
}

const doesNotFollow = (stream: string, revision: number, line: number, cause?: unknown): ImportRefused =>
  new ImportRefused(
    `Line ${line}: revision ${revision} of ${stream} does not follow on what is in the log. A line before it is missing; make the export again.`,
    { cause },
  );
