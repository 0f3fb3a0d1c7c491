import type { HistoryFilter, HistoryItem } from '@linkage/contracts';
import { DomainError, ReadModels, type Where } from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { history, type HistoryRow } from './history.projection';
import { personsIn, toHistoryItem } from './history-item.mapper';
import { branchesOf, cursorAt, momentAt, pageRequest, type NamedBySearch } from './history-page';
import { historyPeople } from './people.projection';
import { followersIn } from './followers';

export interface HistoryRows {
  readonly rows: readonly HistoryRow[];
  readonly next: string | null;
}

/** How many facts of figures are looked through for the profile before this one; a refresh records a few. */
const LOOK_BACK = 20;

/** Rows of the history, and rows as sentences. */
@Injectable()
export class HistoryReader {
  constructor(private readonly readModels: ReadModels) {}

  /** One page, merged from all walks that the filter takes. @throws invalid-request for a cursor of something else */
  async page(
    workspaceId: string,
    filter: HistoryFilter,
    named: NamedBySearch,
    limit: number,
    cursor?: string,
  ): Promise<HistoryRows> {
    const after = cursor === undefined ? undefined : momentAt(cursor);
    if (cursor !== undefined && after === undefined) throw noSuchPage();
    const branches = branchesOf(workspaceId, filter, after, named);
    const pages = await Promise.all(
      branches.map((branch) => this.readModels.page(history, pageRequest(branch, filter.direction, limit))),
    );
    const merged = inOrder(
      pages.flatMap(({ rows }) => rows),
      filter.direction,
    );
    const rows = merged.slice(0, limit);
    const last = rows.at(-1);
    const more = merged.length > limit || pages.some(({ next }) => next !== null);
    return { rows, next: more && last ? cursorAt(last.moment) : null };
  }

  /** The first rows that meet these conditions, oldest first. */
  async oldest(where: Where, limit: number): Promise<readonly HistoryRow[]> {
    return (await this.readModels.page(history, { where, sort: [{ field: 'moment', direction: 'asc' }], limit })).rows;
  }

  /** undefined for a fact that is unknown or belongs to another workspace. */
  async find(workspaceId: string, factId: string): Promise<HistoryRow | undefined> {
    const row = await this.readModels.get(history, factId);
    return row?.workspaceId === workspaceId ? row : undefined;
  }

  /** The rows as sentences; every name is looked up once. */
  async toItems(rows: readonly HistoryRow[]): Promise<HistoryItem[]> {
    const people = await this.readModels.getMany(historyPeople, [...new Set(rows.flatMap(personsIn))]);
    return Promise.all(rows.map(async (row) => toHistoryItem(row, people, await this.before(row))));
  }

  /** What the profile's followers were at the refresh before. */
  private async before(row: HistoryRow): Promise<object> {
    if (followersIn(row) === undefined) return {};
    const where = { workspaceId: row.workspaceId, subject: row.subject, kind: row.kind, moment: { lt: row.moment } };
    const { rows } = await this.readModels.page(history, {
      where,
      sort: [{ field: 'moment', direction: 'desc' }],
      limit: LOOK_BACK,
    });
    const [before] = rows.flatMap((earlier) => followersIn(earlier) ?? []);
    return before === undefined ? {} : { before };
  }
}

/** Each fact once, whichever walks have found it. */
const inOrder = (rows: readonly HistoryRow[], direction: HistoryFilter['direction']): readonly HistoryRow[] => {
  const byMoment = new Map(rows.map((row) => [row.moment, row]));
  const moments = [...byMoment.keys()].sort();
  return (direction === 'asc' ? moments : moments.reverse()).flatMap((moment) => byMoment.get(moment) ?? []);
};

const noSuchPage = (): DomainError =>
  new DomainError('invalid', 'invalid-request', 'This page does not exist. Start again at the first one.', {
    field: 'cursor',
  });
