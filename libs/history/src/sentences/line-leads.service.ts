import { ReadModels } from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { history, type HistoryRow } from './history.projection';
import { isAttemptStep, isWholeRefresh, standsUnder } from './lines';

/** An attempt records as many facts at most. */
const MOST_OF_AN_ATTEMPT = 10;

/** The facts under whose lines others stand where lines are grouped. */
@Injectable()
export class LineLeads {
  constructor(private readonly readModels: ReadModels) {}

  /** By the row that stands under it. */
  async of(rows: readonly HistoryRow[]): Promise<ReadonlyMap<HistoryRow, HistoryRow>> {
    const successes = await this.successesOf(rows.filter(isAttemptStep));
    const causes = await this.causesOf([
      ...rows.filter(({ type }) => type !== 'RefreshStarted'),
      ...successes.values(),
    ]);
    const starts = rows.filter(isWholeRefresh).flatMap(({ cause }) => causes.get(cause ?? '') ?? []);
    const beforeStarts = await this.causesOf(starts.filter(isFirst));
    const leadOf = (row: HistoryRow): HistoryRow | undefined => {
      if (isAttemptStep(row)) return causes.get(successes.get(row.attemptId ?? '')?.cause ?? '');
      const cause = causes.get(row.cause ?? '');
      return isWholeRefresh(row) ? beforeStarts.get(cause?.cause ?? '') : cause;
    };
    const pairs = rows.map((row) => [row, leadOf(row)] as const);
    return new Map(pairs.flatMap(([row, lead]) => (lead && standsUnder(row, lead) ? [[row, lead]] : [])));
  }

  private causesOf(rows: readonly HistoryRow[]): Promise<ReadonlyMap<string, HistoryRow>> {
    return this.readModels.getMany(history, [...new Set(rows.flatMap(({ cause }) => cause ?? []))]);
  }

  /** How attempts ended that connected an account, by attempt. */
  private async successesOf(steps: readonly HistoryRow[]): Promise<ReadonlyMap<string, HistoryRow>> {
    const attempts = new Map(steps.map(({ subject, workspaceId }) => [subject, workspaceId]));
    const found = await Promise.all(
      [...attempts].map(async ([subject, workspaceId]) => {
        const where = { workspaceId, subject, kind: 'connections' };
        const sort = [{ field: 'moment', direction: 'desc' as const }];
        return (await this.readModels.page(history, { where, sort, limit: MOST_OF_AN_ATTEMPT })).rows;
      }),
    );
    const successes = found.flat().filter(({ type }) => type === 'AuthorizationSucceeded');
    return new Map(successes.map((row) => [row.subject, row]));
  }
}

const isFirst = ({ gist }: HistoryRow): boolean => 'because' in gist && gist.because === 'connected';
