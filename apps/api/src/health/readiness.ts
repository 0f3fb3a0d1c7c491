import {
  ConsumerOperations,
  Consumers,
  Erasures,
  EVENT_LOG,
  LogUnavailable,
  READ_STORE,
  ReadStoreUnavailable,
  type ConsumerStatus,
  type EventLog,
  type Extent,
  type ReadStore,
} from '@linkage/event-sourcing';
import { SecretStore, VaultCheck, type DamagedRecords } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';
import { DataDisk, DiskUnwritable } from './data-disk';
import { NoAnswer, within } from './within';

/** So much may wait for a read model; with more, what people see is too old to call this server ready. */
export const MOST_BEHIND: Readonly<Record<Extent['unit'], number>> = { facts: 1_000, bytes: 1_000_000 };

/** A store that takes longer to answer is as good as away. */
const PATIENCE_MS = 2_000;

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** Why not, or what to know; never data. */
  readonly note?: string;
}

/** Asks what this process cannot work without. */
@Injectable()
export class Readiness {
  private leaving = false;

  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(READ_STORE) private readonly store: ReadStore,
    private readonly secrets: SecretStore,
    private readonly consumers: Consumers,
    private readonly operations: ConsumerOperations,
    private readonly disk: DataDisk,
    private readonly vault: VaultCheck,
    private readonly erasures: Erasures,
  ) {}

  /** The first step of going down: from now on no request should be sent to this process. */
  leave(): void {
    this.leaving = true;
  }

  async checks(): Promise<readonly Check[]> {
    if (this.leaving) return [{ name: 'process', ok: false, note: 'is stopping' }];
    const stores = (await this.stores()).map((check) => (check.name === 'vault' ? this.records(check) : check));
    return stores.every(({ ok }) => ok) ? [...stores, ...(await this.readers()), ...this.erasure()] : stores;
  }

  /** What is damaged is known from the background: nothing is looked at here. */
  private records(vault: Check): Check {
    const damaged = this.vault.known();
    return vault.ok && damaged.length > 0 ? { name: vault.name, ok: false, note: damageOf(damaged) } : vault;
  }

  /** The server can serve meanwhile, but the operator has to know. */
  private erasure(): readonly Check[] {
    const { pending, trouble } = this.erasures.state();
    return pending && trouble !== null
      ? [
          {
            name: 'erasures',
            ok: true,
            note: 'a person who was erased may still be shown; the log of this process says why',
          },
        ]
      : [];
  }

  /** Can each store be reached, and written? */
  stores(): Promise<readonly Check[]> {
    return Promise.all([
      reachable('event-log', () => this.log.head()).then((check) => noting(check, this.log.trouble?.())),
      reachable('read-store', () => this.store.loadPosition('readiness')).then((check) =>
        noting(check, this.store.trouble?.()),
      ),
      reachable('vault', () => this.secrets.get('readiness', 'probe', new Date())),
      reachable('data-folder', () => this.disk.check()),
    ]);
  }

  private async readers(): Promise<readonly Check[]> {
    const statuses = await this.operations.status();
    return statuses
      .filter(({ kind, state, parked }) => kind === 'projection' || state !== 'idle' || parked > 0)
      .map((status) => this.reader(status));
  }

  /** What a reaction has not done is told, but the server can serve without it. */
  private reader(status: ConsumerStatus): Check {
    const { name, kind, state, behind, lag } = status;
    if (state === 'stopped') return { name, ok: kind === 'reactor', note: standsStill(status) };
    if (kind === 'reactor') return { name, ok: true, ...notDone(status) };
    if (state === 'building') return { name, ok: false, note: 'is being built' };
    if (this.consumers.publishedThrough([name]) === undefined)
      return { name, ok: false, note: 'how far it is, is not known yet' };
    if (!behind || lag === null || lag.amount <= MOST_BEHIND[lag.unit]) return { name, ok: true };
    const where = state === 'elsewhere' ? '; a process with the role projections should see to it' : '';
    return { name, ok: false, note: `more than ${MOST_BEHIND[lag.unit]} ${lag.unit} behind${where}` };
  }
}

/** Probes need no session, so what the error says is kept for the operator. */
const standsStill = ({ lastError }: ConsumerStatus): string =>
  lastError?.fact
    ? `stands still at ${lastError.fact.type}, position ${lastError.fact.position}; "npm run linkage -- projections" says why`
    : 'stands still';

const damageOf = (damaged: readonly DamagedRecords[]): string =>
  `damaged: ${damaged.map(({ kind }) => kind).join(', ')}; "npm run linkage -- verify-vault" says more`;

/** Work that a reaction owes, such as mails that have not gone out. */
const notDone = ({ name, parked, behind, lastError }: ConsumerStatus): Pick<Check, 'note'> => {
  if (parked > 0) {
    const facts = parked === 1 ? '1 fact is' : `${parked} facts are`;
    return { note: `${facts} parked; "npm run linkage -- parked ${name}" says why` };
  }
  return behind && lastError ? { note: 'facts wait to be tried again; "npm run linkage -- projections" says why' } : {};
};

const reachable = async (name: string, ask: () => Promise<unknown>): Promise<Check> => {
  try {
    await within(PATIENCE_MS, ask());
    return { name, ok: true };
  } catch (error) {
    return { name, ok: false, note: reasonOf(error) };
  }
};

/** It serves meanwhile, but the operator has something to mend. */
const noting = (check: Check, trouble: string | null | undefined): Check =>
  check.ok && trouble ? { ...check, note: withoutFolder(trouble) } : check;

/** The stores' own sentences begin with a file; its folder is not for the public. */
const withoutFolder = (sentence: string): string => sentence.slice(sentence.lastIndexOf('/') + 1);

const reasonOf = (error: unknown): string => {
  const isExplained =
    error instanceof LogUnavailable ||
    error instanceof ReadStoreUnavailable ||
    error instanceof DiskUnwritable ||
    error instanceof NoAnswer;
  return isExplained ? withoutFolder(error.message) : 'cannot be reached';
};
