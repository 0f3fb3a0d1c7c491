import type { DatabaseSync } from 'node:sqlite';
import type { FieldValue } from '@linkage/event-sourcing';
import { countsTable } from './tables';

/** What a batch does to the maintained counts: summed up first, then written once per count. */
export class CountChanges {
  private readonly deltas: Map<string, number>[];

  constructor(private readonly kinds: readonly (readonly string[])[]) {
    this.deltas = kinds.map(() => new Map());
  }

  add(valueOf: (field: string) => FieldValue, by: 1 | -1): void {
    this.kinds.forEach((fields, kind) => {
      const value = countedValue(fields.map(valueOf));
      const deltas = this.deltas[kind];
      deltas?.set(value, (deltas.get(value) ?? 0) + by);
    });
  }

  write(db: DatabaseSync, id: number): void {
    const table = countsTable(id);
    const add = db.prepare(`INSERT INTO ${table} (kind, value, n) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n`);
    const tidy = db.prepare(`DELETE FROM ${table} WHERE kind = ? AND value = ? AND n = 0`);
    this.deltas.forEach((deltas, kind) => {
      for (const [value, by] of deltas) {
        if (by === 0) continue;
        add.run(kind, value, by);
        if (by < 0) tidy.run(kind, value);
      }
    });
  }
}

/** How a combination of values stands in the table of counts. */
export const countedValue = (values: readonly FieldValue[]): string => JSON.stringify(values);
