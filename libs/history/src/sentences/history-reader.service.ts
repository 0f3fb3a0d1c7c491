import type { HistoryFilter, HistoryItem } from '@linkage/contracts';
import { DomainError, ReadModels, type PageRequest } from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { history, type HistoryRow } from './history.projection';
import { personsIn, toHistoryItem } from './history-item.mapper';
import type { People } from './names';
import { branchesOf, cursorAt, momentAt, pageRequest, type NamedBySearch } from './history-page';
import { historyPeople } from './history-people.projection';
import { followersIn } from './followers';
import { foundBy } from './found-by';
import { LineLeads } from './line-leads.service';
import { hasLine, isConnection, isMailRequest, isWholeRefresh } from './lines';

interface HistoryRows {
  readonly rows: readonly HistoryRow[];
  readonly next: string | null;
}

/** How many facts of figures are looked through for the profile before this one; a refresh records a few. */
const LOOK_BACK = 20;
/** The first refresh of an account with thousands of posts records some dozens. */
const MOST_OF_A_REFRESH = 80;
/** Itself, and the first refresh. */
const MOST_OF_A_CONNECTION = 100;
/** How many facts of an invitation are looked through for the mail that one of them asked for. */
const LOOK_AHEAD = 10;
/** Where many creators were invited at once, all the e-mails stand above all the invites. */
const MOST_ROUNDS = 40;

/** Rows of the history, and rows as sentences. */
@Injectable()
export class HistoryReader {
  constructor(
    private readonly readModels: ReadModels,
    private readonly leads: LineLeads,
  ) {}

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

  /**
   * One page of rows that have a line of their own where lines are grouped: at least half full, unless the end comes
   * first or very many rows stand under others.
   */
  async pageOfLines(
    workspaceId: string,
    filter: HistoryFilter,
    named: NamedBySearch,
    limit: number,
    cursor?: string,
  ): Promise<HistoryRows> {
    const lines: HistoryRow[] = [];
    let next: string | null | undefined = cursor;
    for (let round = 0; round < MOST_ROUNDS && next !== null && lines.length < limit / 2; round += 1) {
      const page: HistoryRows = await this.page(workspaceId, filter, named, limit - lines.length, next);
      lines.push(...(await this.withLine(page.rows, filter)));
      next = page.next;
    }
    return { rows: lines, next: next ?? null };
  }

  /** The first rows that meet these conditions, oldest first. */
  async oldest(asked: Pick<PageRequest, 'where' | 'narrowedBy'>, limit: number): Promise<readonly HistoryRow[]> {
    const sort = [{ field: 'moment', direction: 'asc' as const }];
    return (await this.readModels.page(history, { ...asked, sort, limit })).rows;
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

  /**
   * The rows as sentences; a refresh that has ended says what it found, a request for an e-mail stands for the accepted
   * one, too, and a connection for the way there and the first refresh.
   */
  async toLines(rows: readonly HistoryRow[], { until }: HistoryFilter): Promise<HistoryItem[]> {
    const people = await this.readModels.getMany(historyPeople, [...new Set(rows.flatMap(personsIn))]);
    return Promise.all(
      rows.map(async (row) => {
        if (isMailRequest(row)) return toHistoryItem(row, people, {}, 1 + (await this.mailsOf(row, until)));
        if (isConnection(row)) return this.connectionLine(row, people, until);
        if (row.type !== 'RefreshCompleted') return toHistoryItem(row, people);
        const { found, facts } = foundBy(row, await this.figuresBefore(row, MOST_OF_A_REFRESH));
        return toHistoryItem(row, people, { found }, facts);
      }),
    );
  }

  private async withLine(rows: readonly HistoryRow[], filter: HistoryFilter): Promise<readonly HistoryRow[]> {
    const leads = await this.leads.of(rows);
    return rows.filter((row) => hasLine(row, leads.get(row), filter));
  }

  private async connectionLine(row: HistoryRow, people: People, until?: string): Promise<HistoryItem> {
    const { workspaceId, correlation, subject, factId } = row;
    const moment = until === undefined ? {} : { moment: { lt: until } };
    const [own, effects] = await Promise.all([
      this.oldest(
        { where: { workspaceId, correlation, subject, ...moment }, narrowedBy: ['subject'] },
        MOST_OF_A_CONNECTION,
      ),
      this.oldest({ where: { workspaceId, correlation, cause: factId, ...moment }, narrowedBy: ['cause'] }, LOOK_AHEAD),
    ]);
    const attemptId = effects.find(({ type }) => type === 'AuthorizationSucceeded')?.attemptId;
    const way = attemptId
      ? await this.oldest({ where: { workspaceId, subject: attemptId, kind: 'connections', ...moment } }, LOOK_AHEAD)
      : [];
    const read = own.find(isWholeRefresh);
    const more = read && { found: foundBy(read, await this.figuresBefore(read, MOST_OF_A_REFRESH)).found };
    const item = toHistoryItem(row, people, more, way.length + own.length);
    return { ...item, subjects: { ...item.subjects, attemptId: attemptId ?? null } };
  }

  /** How many e-mails were accepted because of this. */
  private async mailsOf({ workspaceId, person, moment, factId }: HistoryRow, until?: string): Promise<number> {
    const after = { gt: moment, ...(until !== undefined && { lt: until }) };
    const rows = await this.oldest({ where: { workspaceId, person, kind: 'invites', moment: after } }, LOOK_AHEAD);
    return rows.filter(({ type, cause }) => type === 'InvitationEmailed' && cause === factId).length;
  }

  /** What the profile's followers were at the refresh before. */
  private async before(row: HistoryRow): Promise<object> {
    if (followersIn(row) === undefined) return {};
    const rows = await this.figuresBefore(row, LOOK_BACK);
    const [before] = rows.flatMap((earlier) => followersIn(earlier) ?? []);
    return before === undefined ? {} : { before };
  }

  /** Newest first. */
  private async figuresBefore(
    { workspaceId, subject, moment }: HistoryRow,
    limit: number,
  ): Promise<readonly HistoryRow[]> {
    const where = { workspaceId, subject, kind: 'figures', moment: { lt: moment } };
    const sort = [{ field: 'moment', direction: 'desc' }] as const;
    return (await this.readModels.page(history, { where, sort: [...sort], limit })).rows;
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
