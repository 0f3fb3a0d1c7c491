import type { Clock } from '../facts/clock.port';
import { type EventLog, RevisionConflict } from '../log/event-log.port';
import type { StoredFact, StoredMeta } from '../facts/stored-fact';
import type { Position } from '../facts/fact';
import { newId } from '../facts/ids';
import { type Seal, sealStream, toSeal } from './seal';
import { sealAt, sealsSince } from './seals-of';
import { WorkspaceChain } from './workspace-chain';

/** Its workspace is not sealed any further until an operator has looked. */
class SealBroken extends Error {
  constructor(workspaceId: string, revision: number) {
    super(
      `Revision ${revision} of ${sealStream(workspaceId)} was changed in the log or is missing. No more of its workspace is sealed. Run: npm run linkage -- verify-log`,
    );
    this.name = 'SealBroken';
  }
}

export class SealWriter {
  private readonly chains = new Map<string, WorkspaceChain>();
  private readonly broken = new Set<string>();
  private readonly unsealed = new Set<WorkspaceChain>();

  constructor(
    private readonly log: EventLog,
    private readonly clock: Clock,
    private readonly trouble: (error: unknown) => void,
  ) {}

  get waiting(): number {
    let sum = 0;
    for (const chain of this.unsealed) sum += chain.waits;
    return sum;
  }

  /** All facts or, when it rejects, none. `start`: up to where facts were sealed when this process began to read. */
  async take(facts: readonly StoredFact[], start: Position | null): Promise<void> {
    for (const {
      meta: { ws },
    } of facts)
      if (!this.chains.has(ws) && !this.broken.has(ws)) await this.meet(ws, start);
    for (const fact of facts) {
      const chain = this.chains.get(fact.meta.ws);
      chain?.add(fact);
      if (chain && chain.waits > 0) this.unsealed.add(chain);
    }
  }

  async sealAll(): Promise<void> {
    const outcomes = await Promise.allSettled([...this.unsealed].map((chain) => this.seal(chain)));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }

  private async meet(workspaceId: string, start: Position | null): Promise<void> {
    const chain = new WorkspaceChain(workspaceId);
    this.chains.set(workspaceId, chain);
    if (start === null) return;
    try {
      for (const fact of await sealsSince(this.log, workspaceId, start)) {
        const seal = toSeal(fact);
        if (!seal) return this.giveUp(workspaceId, fact.revision);
        if (this.log.compare(fact.position, start) <= 0) chain.startAfter(seal, fact.revision);
        else chain.sealed(seal, fact.revision);
      }
    } catch (error) {
      this.chains.delete(workspaceId);
      throw error;
    }
  }

  private async seal(chain: WorkspaceChain): Promise<void> {
    while (chain.waits > 0) {
      const fact = chain.next(newId(), this.metaOf(chain.workspaceId));
      try {
        await this.log.append(
          sealStream(chain.workspaceId),
          [fact],
          chain.revision === -1 ? 'no-stream' : chain.revision,
        );
        chain.sealed(fact.data as unknown as Seal, chain.revision + 1);
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
        await this.goBehindAnother(chain);
      }
    }
    this.unsealed.delete(chain);
  }

  private async goBehindAnother(chain: WorkspaceChain): Promise<void> {
    const revision = chain.revision + 1;
    const fact = await sealAt(this.log, chain.workspaceId, revision);
    const seal = fact?.revision === revision ? toSeal(fact) : undefined;
    if (seal) return chain.sealed(seal, revision);
    this.giveUp(chain.workspaceId, revision);
    chain.forget();
  }

  private giveUp(workspaceId: string, revision: number): void {
    this.broken.add(workspaceId);
    this.chains.delete(workspaceId);
    this.trouble(new SealBroken(workspaceId, revision));
  }

  private metaOf(ws: string): StoredMeta {
    return {
      v: 1,
      at: this.clock.now().toISOString(),
      ws,
      actor: { kind: 'system', id: 'sealer' },
      cor: newId(),
      cau: null,
    };
  }
}
