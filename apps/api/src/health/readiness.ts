import { Consumers, EVENT_LOG, READ_STORE, type ConsumerStatus, type EventLog, type ReadStore } from '@linkage/event-sourcing';
import { SecretStore } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';

/** So many facts may wait for a read model; with more, what people see is too old to call this server ready. */
export const MOST_FACTS_BEHIND = 1_000;

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** Why not, or what to know; never data. */
  readonly note?: string;
}

/** Asks what this process cannot work without. */
@Injectable()
export class Readiness {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(READ_STORE) private readonly store: ReadStore,
    private readonly secrets: SecretStore,
    private readonly consumers: Consumers,
  ) {}

  async checks(): Promise<readonly Check[]> {
    const stores = await Promise.all([
      reachable('event-log', () => this.log.head()),
      reachable('read-store', () => this.store.loadPosition('readiness')),
      reachable('vault', () => this.secrets.get('readiness', 'probe', new Date())),
    ]);
    return stores.every(({ ok }) => ok) ? [...stores, ...(await this.readers())] : stores;
  }

  /** Of this process: idle ones are run by another. */
  private async readers(): Promise<readonly Check[]> {
    const statuses = await this.consumers.status();
    return Promise.all(statuses.filter(({ state }) => state !== 'idle').map((status) => this.reader(status)));
  }

  /** A reaction that stands still is told, but the server can serve without it. */
  private async reader(status: ConsumerStatus): Promise<Check> {
    const { name, kind, state, position, behind } = status;
    if (state === 'stopped') return { name, ok: kind === 'reactor', note: standsStill(status) };
    if (kind === 'reactor') return { name, ok: true };
    if (state === 'building') return { name, ok: false, note: 'is being built' };
    const tooFar = behind && (await this.waiting(position)) > MOST_FACTS_BEHIND;
    return tooFar ? { name, ok: false, note: `more than ${MOST_FACTS_BEHIND} facts behind` } : { name, ok: true };
  }

  private async waiting(after: ConsumerStatus['position']): Promise<number> {
    const { facts } = await this.log.readAll({ after, limit: MOST_FACTS_BEHIND + 1 });
    return facts.length;
  }
}

/** Probes are open to everybody, so what the error says is kept for the operator. */
const standsStill = ({ lastError }: ConsumerStatus): string =>
  lastError?.fact ? `stands still at ${lastError.fact.type}, position ${lastError.fact.position}; "npm run linkage -- projections" says why` : 'stands still';

const reachable = async (name: string, ask: () => Promise<unknown>): Promise<Check> => {
  try {
    await ask();
    return { name, ok: true };
  } catch {
    return { name, ok: false, note: 'cannot be reached' };
  }
};
