import type { DatabaseSync, StatementSync } from '@linkage/sqlite';

interface GroupFactRow {
  readonly place: number;
  readonly state: 'done' | 'parked' | 'replayed';
  readonly reason: string | null;
  readonly at: string | null;
}

/** Writes run within the caller's transaction. */
export class GroupTable {
  private readonly statements = new Map<string, StatementSync>();

  constructor(private readonly db: DatabaseSync) {}

  placeOf(name: string): number | undefined {
    return this.sql('SELECT position FROM consumer_groups WHERE name = ?').get(name)?.['position'] as
      number | undefined;
  }

  create(name: string, place: number): void {
    this.sql('INSERT INTO consumer_groups (name, position) VALUES (?, ?)').run(name, place);
  }

  moveTo(name: string, place: number): void {
    if (
      this.sql('UPDATE consumer_groups SET position = ?2 WHERE name = ?1 AND position < ?2').run(name, place)
        .changes === 0
    )
      return;
    this.sql(`DELETE FROM group_facts WHERE consumer_group = ? AND state = 'done' AND position <= ?`).run(name, place);
  }

  /** @param beyond the group's position does not cover this fact yet, so it must be remembered as done */
  acknowledge(name: string, place: number, beyond: boolean): void {
    if (beyond)
      this.sql(`INSERT OR REPLACE INTO group_facts (consumer_group, position, state) VALUES (?, ?, 'done')`).run(
        name,
        place,
      );
    else this.sql('DELETE FROM group_facts WHERE consumer_group = ? AND position = ?').run(name, place);
  }

  park(name: string, place: number, reason: string): void {
    this.sql(
      `INSERT OR REPLACE INTO group_facts (consumer_group, position, state, reason, at) VALUES (?, ?, 'parked', ?, ?)`,
    ).run(name, place, reason, new Date().toISOString());
  }

  /** In the order of parking. */
  replay(name: string): readonly number[] {
    const places = this.parked(name, -1).map(({ place }) => place);
    this.sql(`UPDATE group_facts SET state = 'replayed' WHERE consumer_group = ? AND state = 'parked'`).run(name);
    return places;
  }

  countParked(name: string): number {
    return this.sql(`SELECT count(*) AS parked FROM group_facts WHERE consumer_group = ? AND state = 'parked'`).get(
      name,
    )?.['parked'] as number;
  }

  parked(name: string, limit: number): readonly GroupFactRow[] {
    return this.rows(
      this.sql(
        `SELECT position, state, reason, at FROM group_facts WHERE consumer_group = ? AND state = 'parked' ORDER BY rowid LIMIT ?`,
      ).all(name, limit),
    );
  }

  factsOf(name: string): readonly GroupFactRow[] {
    return this.rows(
      this.sql('SELECT position, state, reason, at FROM group_facts WHERE consumer_group = ? ORDER BY rowid').all(name),
    );
  }

  private rows(found: readonly Record<string, unknown>[]): readonly GroupFactRow[] {
    return found.map(({ position, state, reason, at }) => ({ place: position, state, reason, at }) as GroupFactRow);
  }

  private sql(text: string): StatementSync {
    const known = this.statements.get(text) ?? this.db.prepare(text);
    this.statements.set(text, known);
    return known;
  }
}
