import type { Position } from '../facts/fact';
import type { Projection } from '../read-models/projection';
import { Backoff } from '../runtime/backoff';
import type { Consumers } from '../runtime/consumers';
import type { FoldingElsewhere } from '../runtime/folding-elsewhere.port';
import type { ConsumerParts } from '../runtime/consumer-parts';
import type { Kernel } from '../runtime/kernel';
import { ProjectionFollower } from './projection-follower';

/** One process folds; this one follows it until it has the turn itself, and follows again when it loses it. */
class SharedFolding implements FoldingElsewhere {
  private readonly stopping = new AbortController();
  private follower: ProjectionFollower;
  private standingBy: Promise<void> | undefined;

  constructor(
    private readonly parts: ConsumerParts,
    private readonly consumers: Consumers,
  ) {
    this.follower = new ProjectionFollower(parts, consumers.changes);
    for (const { projection } of consumers.projections.values()) this.follower.add(projection);
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- differently typed projections
  add(projection: Projection<any, any>): void {
    this.follower.add(projection);
  }

  start(): void {
    this.standingBy ??= this.standBy();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.follower.stop();
  }

  positionOf(name: string): Position | null {
    return this.follower.positionOf(name);
  }

  publishedThrough(name: string): Position | null | undefined {
    return this.follower.toldUpTo(name);
  }

  reached(name: string, position: Position, timeoutMs: number): Promise<boolean> {
    return this.follower.reached(name, position, timeoutMs);
  }

  private async standBy(): Promise<void> {
    const { store } = this.parts;
    const turn = this.consumers.mayFold ? store.turn?.take() : undefined;
    const atOnce = await Promise.race([
      turn?.catch(() => null),
      new Promise<null>((resolve) => setImmediate(resolve, null)),
    ]);
    if (this.stopping.signal.aborted) return;
    if (!atOnce) this.follower.start();
    if (turn) await this.takeOver(turn, Boolean(atOnce));
  }

  private async takeOver(turn: Promise<AbortSignal | null>, atOnce: boolean): Promise<void> {
    const backoff = new Backoff();
    let ours: Promise<AbortSignal | null> | undefined = turn;
    while (!this.stopping.signal.aborted) {
      try {
        const lost = await (ours ?? this.parts.store.turn?.take());
        if (!lost) return;
        if (!atOnce) await this.follower.finish();
        if (this.stopping.signal.aborted) return;
        this.consumers.fold();
        return this.stepDownWhen(lost);
      } catch (error) {
        this.follower.health.trouble(error);
        ours = undefined;
        await backoff.wait(this.stopping.signal);
      }
    }
  }

  private stepDownWhen(lost: AbortSignal): void {
    if (lost.aborted) void this.stepDown();
    else lost.addEventListener('abort', () => void this.stepDown(), { once: true });
  }

  private async stepDown(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    this.follower = new ProjectionFollower(this.parts, this.consumers.changes);
    this.follower.health.trouble(new Error('The turn to write the read models was lost to another process.'));
    await this.consumers.foldNoLonger();
    if (this.stopping.signal.aborted) return;
    this.standingBy = this.standBy();
  }
}

/** Several processes share one log and one read store; one of them folds. */
export const sharedProcesses =
  () =>
  ({ parts, consumers }: Kernel): void => {
    consumers.elsewhere = new SharedFolding(parts, consumers);
  };
