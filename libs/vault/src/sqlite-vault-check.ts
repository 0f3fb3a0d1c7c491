import type { EncryptedTable, CheckedRow } from './encrypted-table';
import { ERASED_SUBJECT, SUBJECT_KEY } from './sqlite-subject-keys';
import { DecryptionFailed } from './vault.errors';
import { VaultCheck, type DamagedRecords, type VaultVerdict } from './vault.port';

const SLICE = 250;
const EVERY_MS = 2_000;
const FILE = 'file';

const counted = (kinds: ReadonlyMap<string, number>): readonly DamagedRecords[] =>
  [...kinds].map(([kind, records]) => ({ kind, records }));

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const countOne = (kinds: Map<string, number>, kind: string): void => void kinds.set(kind, (kinds.get(kind) ?? 0) + 1);

export class SqliteVaultCheck extends VaultCheck {
  #round: ReadonlyMap<string, number> = new Map();
  #current = new Map<string, number>();
  #last: CheckedRow | undefined;
  readonly #unopened = new Map<string, number>();

  constructor(
    private readonly table: EncryptedTable,
    private readonly sliceEveryMs = EVERY_MS,
  ) {
    super();
    table.onBroken = (kind) => this.#unopened.set(kind, 1);
  }

  override async verify(): Promise<VaultVerdict> {
    const [kinds, damaged] = [new Map<string, number>(), new Map<string, number>()];
    const file = [...this.#file(), ...(await this.#everyRecord(kinds, damaged))];
    if ((kinds.get(ERASED_SUBJECT) ?? 0) > this.table.erasures()) countOne(damaged, 'erasures');
    const records = [...kinds.values()].reduce((sum, count) => sum + count, 0);
    return { records, kinds: Object.fromEntries(kinds), damaged: counted(damaged), file };
  }

  override async keyOf(subject: string): Promise<'opens' | 'erased' | 'missing' | 'damaged'> {
    try {
      if (this.table.get(SUBJECT_KEY, subject)) return 'opens';
      return this.table.get(ERASED_SUBJECT, subject) ? 'erased' : 'missing';
    } catch (error) {
      if (error instanceof DecryptionFailed) return 'damaged';
      throw error;
    }
  }

  override known(): readonly DamagedRecords[] {
    const all = new Map(this.#unopened);
    for (const round of [this.#round, this.#current])
      for (const [kind, records] of round) all.set(kind, Math.max(records, all.get(kind) ?? 0));
    return counted(all);
  }

  override watch(): () => void {
    const timer = setInterval(() => this.#slice(), this.sliceEveryMs).unref();
    return () => clearInterval(timer);
  }

  #slice(): void {
    try {
      const rows = this.table.aside((next) => next(this.#last, SLICE));
      for (const { kind, genuine } of rows) if (!genuine) countOne(this.#current, kind);
      this.#last = rows.at(-1);
      if (rows.length === SLICE) return;
    } catch {
      // A page of the file cannot be read: no record of it can be named.
      countOne(this.#current, FILE);
    }
    this.#unopened.clear();
    this.#round = this.#current;
    this.#current = new Map();
    this.#last = undefined;
  }

  async #everyRecord(kinds: Map<string, number>, damaged: Map<string, number>): Promise<readonly string[]> {
    try {
      for (let last: CheckedRow | undefined, left = true; left; await new Promise(setImmediate)) {
        const rows = this.table.aside((next) => next(last, SLICE));
        for (const { kind, genuine } of rows) {
          countOne(kinds, kind);
          if (!genuine) countOne(damaged, kind);
        }
        last = rows.at(-1);
        left = rows.length === SLICE;
      }
      return [];
    } catch (error) {
      return [`The records could not be read to the end: ${messageOf(error)}`];
    }
  }

  #file(): readonly string[] {
    try {
      const found = this.table.aside((_, db) => db.prepare('PRAGMA integrity_check').all());
      return found.map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok');
    } catch (error) {
      return [messageOf(error)];
    }
  }
}
