import { ReadModels } from '@linkage/event-sourcing';
import { PlatformRegistry } from '@linkage/platforms';
import { platformIds, type PlatformId } from '@linkage/platform-guide';
import { Logger } from '@nestjs/common';
import type { CommandBus } from '@nestjs/cqrs';
import { dueAfterSuccess, dueAfterTrouble } from '../refresh/due-at';
import { RefreshQueue } from '../refresh/refresh-queue.service';
import type { RefreshResult, RunRefresh } from '../refresh/run-refresh.command';
import type { WatchedAccount } from '../refresh/watched-accounts.projection';
import { RefreshDueAccountsHandler } from './refresh-due-accounts.handler';
import { RefreshDueAccountsSchedule } from './refresh-due-accounts.schedule';
import { VirtualTime } from './virtual-time.fixtures';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const start = Date.parse('2026-11-29T00:00:00Z');
const count = 10_000;
const throttled: PlatformId = 'twitter';
const huge = 'account-1';

interface SimulatedAccount {
  readonly accountId: string;
  readonly platform: PlatformId;
  dueAt: number;
  waitingSince: number;
  /** All were refreshed a day before they are due. */
  refreshedAt: number;
  troubles: number;
}

/** 60 calls of a quarter of a second each; one account with 2,000. */
const callsOf = ({ accountId }: SimulatedAccount): number => (accountId === huge ? 2_000 : 60);
const perCall = 250;

/**
 * What one app may ask a platform for in a window; the platform that throttles gives far less than is needed, and
 * answers slowly besides.
 */
class Budget {
  private used = 0;
  private window = 0;

  constructor(private readonly perWindow: number) {}

  /** When to come again; null: these calls were answered. */
  take(calls: number, now: number): Date | null {
    const window = Math.floor(now / (15 * minute));
    if (window !== this.window) [this.window, this.used] = [window, 0];
    if (this.used >= this.perWindow) return new Date((window + 1) * 15 * minute);
    this.used += calls;
    return null;
  }
}

/** Ten thousand accounts on six platforms, of which all were refreshed a day ago at times of their own. */
function simulation() {
  const time = new VirtualTime(start);
  const accounts = Array.from({ length: count }, (_, n): SimulatedAccount => {
    const platform = platformIds[n % platformIds.length]!;
    const dueAt = start + ((n * 7919) % 86_400) * second;
    return {
      accountId: `account-${n}`,
      platform,
      dueAt,
      waitingSince: dueAt,
      refreshedAt: dueAt - 24 * hour,
      troubles: 0,
    };
  });
  const byId = new Map(accounts.map((account) => [account.accountId, account]));
  const budgets = new Map(platformIds.map((id) => [id, new Budget(id === throttled ? 600 : Infinity)]));

  /** As `RunRefresh` does: an end, and with it when the account is due again. */
  const execute = async ({ accountId }: RunRefresh): Promise<RefreshResult> => {
    const account = byId.get(accountId)!;
    if (account.dueAt > time.now().getTime()) return 'not-due';
    const retryAt = budgets.get(account.platform)!.take(callsOf(account), time.now().getTime());
    // A platform that throttles answers late.
    await time.pass(
      account.platform === throttled ? 10 * second + callsOf(account) * perCall : callsOf(account) * perCall,
    );
    const now = time.now().getTime();
    if (retryAt !== null) {
      account.troubles += 1;
      account.dueAt = dueAfterTrouble(account.troubles, now, 'rate-limited', retryAt);
      return 'failed';
    }
    const dueAt = dueAfterSuccess(accountId, now);
    Object.assign(account, { troubles: 0, refreshedAt: now, dueAt, waitingSince: dueAt });
    return 'completed';
  };
  const registry = new PlatformRegistry([]);
  Object.defineProperty(registry, 'available', { value: platformIds });
  const queue = new RefreshQueue({ execute } as unknown as CommandBus, registry, time);
  const readModels = Object.assign(
    Object.create(ReadModels.prototype) as ReadModels,
    {
      page: async (
        _: unknown,
        query: { where: { platform: PlatformId; dueAt: { lt?: number } }; limit: number; cursor?: string },
      ) => {
        const { platform, dueAt } = query.where;
        if (dueAt.lt === undefined) return { rows: [], next: null };
        const from = Number(query.cursor ?? -1);
        const due = accounts
          .filter(
            (account) => account.platform === platform && account.dueAt < dueAt.lt! && account.waitingSince > from,
          )
          .sort((one, other) => one.waitingSince - other.waitingSince);
        const rows = due.slice(0, query.limit);
        return {
          rows: rows as unknown as WatchedAccount[],
          next: due.length > rows.length ? String(rows.at(-1)!.waitingSince) : null,
        };
      },
    } as object,
  );
  const handler = new RefreshDueAccountsHandler(readModels, registry, queue, time);
  const schedule = new RefreshDueAccountsSchedule({ execute: () => handler.execute() } as unknown as CommandBus);
  return { time, accounts, byId, schedule, queue };
}

describe('a fair share', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('of 10,000 accounts on six platforms is refreshed within 26 hours, though one platform throttles and one account is huge', async () => {
    const { time, accounts, byId, schedule, queue } = simulation();
    const ageOf = ({ refreshedAt }: SimulatedAccount): number => time.now().getTime() - refreshedAt;
    const of = (id: PlatformId) => accounts.filter(({ platform }) => platform === id);
    const least = new Map<PlatformId, number>(platformIds.map((id) => [id, 1]));
    for (let at = start; at < start + 72 * hour; at += 10 * minute) {
      for (let ring = 0; ring < 10; ring += 1) {
        void schedule.ring();
        await time.runUntil(at + (ring + 1) * minute);
      }
      for (const [id, share] of least) {
        const all = of(id);
        least.set(id, Math.min(share, all.filter((account) => ageOf(account) <= 26 * hour).length / all.length));
      }
    }
    queue.onModuleDestroy();
    const others = platformIds.filter((id) => id !== throttled);
    expect(others.map((id) => [id, least.get(id)! >= 0.99])).toEqual(others.map((id) => [id, true]));
    expect(ageOf(byId.get(huge)!)).toBeLessThan(26 * hour);
    // 600 calls in a quarter of an hour are 40 accounts in an hour, 1.7 days for all of them: none waits longer than
    // its turn.
    expect(Math.max(...of(throttled).map(ageOf))).toBeLessThan(50 * hour);
  }, 300_000);
});
