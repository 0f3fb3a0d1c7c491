import type { FieldValue } from '@linkage/event-sourcing';
import type { DatabaseSync, StatementSync } from '@linkage/sqlite';
import { countsTable } from './tables';

export const countedValue = (values: readonly FieldValue[]): string => JSON.stringify(values);

/** Summed up and written once per count. */
export class CountWriter {
  private readonly deltas: Map<string, number>[];
  private readonly adder: StatementSync;
  private readonly tidier: StatementSync;

  constructor(
    db: DatabaseSync,
    id: number,
    private readonly kinds: readonly (readonly string[])[],
  ) {
    const table = countsTable(id);
    this.deltas = kinds.map(() => new Map());
    this.adder = db.prepare(
      `INSERT INTO ${table} (kind, value, n) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n`,
    );
    this.tidier = db.prepare(`DELETE FROM ${table} WHERE kind = ? AND value = ? AND n = 0`);
  }

  add(valueOf: (field: string) => FieldValue, by: 1 | -1): void {
    this.kinds.forEach((fields, kind) => {
      const value = countedValue(fields.map(valueOf));
      const deltas = this.deltas[kind];
      deltas?.set(value, (deltas.get(value) ?? 0) + by);
    });
  }

  write(): void {
    this.deltas.forEach((deltas, kind) => {
      for (const [value, by] of deltas) {
        if (by === 0) continue;
        this.adder.run(kind, value, by);
        if (by < 0) this.tidier.run(kind, value);
      }
    });
    this.forget();
  }

  /** Call it also after a failed batch. */
  forget(): void {
    for (const deltas of this.deltas) deltas.clear();
  }
}
