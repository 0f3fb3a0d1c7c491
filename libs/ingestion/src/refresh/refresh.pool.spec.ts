import { eventually } from '@linkage/event-sourcing/testing';
import { Logger } from '@nestjs/common';
import type { CommandBus } from '@nestjs/cqrs';
import { RefreshPool } from './refresh.pool';
import type { RefreshResult, RunRefresh } from './run-refresh.command';

describe('the refreshes of a process', () => {
  /** Accounts that were run, in order. */
  const ran: string[] = [];
  let results: RefreshResult[];
  let pool: RefreshPool;

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(() => {
    ran.length = 0;
    const execute = async ({ accountId }: RunRefresh): Promise<RefreshResult> => {
      ran.push(accountId);
      return results.shift() ?? 'completed';
    };
    pool = new RefreshPool({ execute } as unknown as CommandBus);
  });
  afterEach(() => pool.onModuleDestroy());

  it.each<RefreshResult>(['completed', 'failed', 'not-due', 'not-watched'])('end with %s', async (result) => {
    results = [result];
    await pool.refresh({ accountId: 'a', platform: 'instagram' });
    await pool.refresh({ accountId: 'b', platform: 'instagram' });
    expect(ran).toEqual(['a', 'b']);
  });

  it('look again at one that was stopped: it may have been connected anew meanwhile', async () => {
    results = ['stopped', 'stopped', 'completed'];
    await pool.refresh({ accountId: 'a', platform: 'instagram' });
    await eventually(() => expect(ran).toEqual(['a', 'a', 'a']));
  });

  it('leave one alone that was stopped because the process ends', async () => {
    results = ['stopped'];
    const done = pool.refresh({ accountId: 'a', platform: 'instagram' });
    pool.onModuleDestroy();
    await done;
    await pool.beforeApplicationShutdown();
    expect(ran).toEqual(['a']);
  });
});
