import type { SubjectKeys } from '../fact-catalog';
import type { Position } from '../fact';
import type { FactCodec } from '../fact-codec';
import type { ReadStore } from '../read-store.port';
import type { Builds } from '../rebuild/builds';
import type { LogConsumers } from './log-consumers';
import { Backoff } from './backoff';
import type { ProjectionRunner } from './projection-runner';

export interface ForgettingParts {
  readonly keys: SubjectKeys;
  readonly store: Pick<ReadStore, 'loadPosition' | 'savePosition'>;
  readonly codec: FactCodec;
  readonly consumers: LogConsumers;
  readonly builds: Builds;
}

/** Where the store keeps how many erasures the read models have taken in. */
const FREE_OF = 'erasures';
const LONGEST_PAUSE_MS = 10 * 60_000;

/**
 * Rebuilds every read model with personal data after an erasure by any process: the facts are then folded without the
 * key. Only the folding process does so; a failed rebuild is retried after growing pauses, and at the next start.
 */
export class Forgetting {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private freeOf: number | undefined;

  constructor(
    private readonly parts: ForgettingParts,
    private readonly lookEveryMs = 5_000,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const backoff = new Backoff(this.lookEveryMs, LONGEST_PAUSE_MS, true);
    while (!signal.aborted) {
      await backoff.wait(signal);
      // Consumers report a store that is away, too.
      if (!signal.aborted && (await this.look().catch(() => false))) backoff.reset();
    }
  }

  private async look(): Promise<boolean> {
    const { keys, store, consumers, builds } = this.parts;
    if (!consumers.foldsHere || !keys.erasures) return true;
    const erasures = await keys.erasures();
    if (erasures === (this.freeOf ??= Number((await store.loadPosition(FREE_OF)) ?? 0))) return true;
    const affected = [...consumers.projections.values()].filter((runner) => this.mayKnowSomebody(runner));
    if (!affected.every(({ health: { state } }) => state === 'running' || state === 'stopped')) return true;
    await Promise.all(affected.map((runner) => runner.rebuild()));
    if (!affected.every(({ projection: { name } }) => builds.statusOf(name)?.state === 'done')) return false;
    await store.savePosition(FREE_OF, String(erasures) as Position);
    this.freeOf = erasures;
    return true;
  }

  private mayKnowSomebody({ projection: { on } }: ProjectionRunner): boolean {
    return on !== 'any' && on.some((type) => this.parts.codec.isPersonal(type));
  }
}
