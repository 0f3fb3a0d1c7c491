import { computed, signal } from '@angular/core';
import {
  barredBecause,
  faultsOf,
  likelyEmail,
  rowKey,
  sameAsLine,
  type CreatorRow,
  type RowFault,
} from '@linkage/contracts';
import type { SheetRow } from './sheet';

export type RowFilter = 'all' | 'faulty' | 'ready' | 'out';

/** A row with everything that is known against it. */
export interface CheckedRow extends SheetRow {
  readonly index: number;
  /** As it stood in the file, if a person has changed it. */
  readonly was: { readonly name: string; readonly email: string } | null;
  readonly left: boolean;
}

/**
 * The rows of a file while a person mends them. What is wrong with all of them is known at once, whatever their number.
 */
export class CheckedRows {
  private readonly rows: CheckedRow[];
  private readonly byKey = new Map<string, Set<number>>();
  private readonly barred = { invited: new Set<string>(), optedOut: new Set<string>() };
  private readonly changes = signal(0);

  constructor(rows: readonly SheetRow[]) {
    this.rows = rows.map((row, index) => ({ ...row, index, was: null, left: false }));
    // In the order of the file, so that each set is sorted.
    for (const { key, index } of this.rows)
      if (key !== null) this.byKey.set(key, (this.byKey.get(key) ?? new Set<number>()).add(index));
  }

  readonly counts = computed(() => {
    this.changes();
    let [faulty, out] = [0, 0];
    for (const row of this.rows) {
      if (row.left) out += 1;
      else if (this.faultsOf(row).length > 0) faulty += 1;
    }
    return { all: this.rows.length - out, faulty, ready: this.rows.length - faulty - out, out };
  });

  shown(filter: RowFilter): readonly CheckedRow[] {
    this.changes();
    switch (filter) {
      case 'all':
        return [...this.rows];
      case 'faulty':
        return this.rows.filter((row) => !row.left && this.faultsOf(row).length > 0);
      case 'ready':
        return this.rows.filter((row) => !row.left && this.faultsOf(row).length === 0);
      case 'out':
        return this.rows.filter(({ left }) => left);
    }
  }

  faultsOf(row: CheckedRow): readonly RowFault[] {
    const { key, index, faults } = row;
    if (key === null) return faults;
    const [first = index] = this.byKey.get(key) ?? [];
    const twin = first < index ? this.rows[first] : undefined;
    return [...faults, ...(twin === undefined ? [] : [sameAsLine(twin.line)]), ...barredBecause(key, this.barred)];
  }

  /** Places of the rows that are ready and come after the first `room` of them. */
  beyond(room: number): ReadonlySet<number> {
    return new Set(
      this.shown('ready')
        .slice(room)
        .map(({ index }) => index),
    );
  }

  /** What is typed over a row. */
  mend(index: number, change: Partial<Pick<CreatorRow, 'name' | 'email'>>): void {
    const row = this.rows[index];
    if (row === undefined) return;
    const typed = { name: row.name, email: row.email, ...change };
    const faults = faultsOf(typed);
    const doubt = faults.some(({ field }) => field === 'email') ? null : likelyEmail(typed.email);
    const was = row.was ?? { name: row.name, email: row.email };
    this.replace({ ...row, ...typed, faults, doubt, key: rowKey(typed), was, notes: [] });
  }

  leave(index: number, left: boolean): void {
    const row = this.rows[index];
    if (row !== undefined) this.replace({ ...row, left });
  }

  leaveFaulty(): void {
    for (const { index } of this.shown('faulty')) this.leave(index, true);
  }

  /** Keys of e-mails that the server knows, and of those that opted out. */
  knowBarred(invited: readonly string[], optedOut: readonly string[] = []): void {
    for (const key of invited) this.barred.invited.add(key);
    for (const key of optedOut) this.barred.optedOut.add(key);
    if (invited.length + optedOut.length > 0) this.changes.update((count) => count + 1);
  }

  /** To be sent, in the order of the file. */
  ready(): readonly CreatorRow[] {
    return this.shown('ready').map(({ line, name, email }) => ({ line, name: name.trim(), email: email.trim() }));
  }

  /** E-mails that can be asked about. */
  emails(): readonly { readonly key: string; readonly email: string }[] {
    return this.rows.flatMap(({ key, email, faults }) =>
      key === null || faults.some(({ field }) => field === 'email') ? [] : [{ key, email }],
    );
  }

  private replace(row: CheckedRow): void {
    this.discount(this.rows[row.index]);
    this.rows[row.index] = row;
    this.count(row);
    this.changes.update((count) => count + 1);
  }

  /** Rows with one e-mail: the first of the file is right, the others are not. */
  private count({ key, index, left }: CheckedRow): void {
    if (key === null || left) return;
    const rows = this.byKey.get(key) ?? new Set();
    const isLast = rows.size === 0 || index > ([...rows].at(-1) ?? -1);
    this.byKey.set(key, isLast ? rows.add(index) : new Set([...rows, index].sort((one, other) => one - other)));
  }

  private discount(row: CheckedRow | undefined): void {
    if (row !== undefined && row.key !== null) this.byKey.get(row.key)?.delete(row.index);
  }
}
