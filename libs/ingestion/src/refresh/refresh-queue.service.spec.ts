import { eventually } from '@linkage/event-sourcing/testing';
import { Logger } from '@nestjs/common';
import type { CommandBus } from '@nestjs/cqrs';
import { RefreshQueue } from './refresh-queue.service';
import type { RefreshResult, RunRefresh } from './run-refresh.command';

describe('the refreshes of a process', () => {
  /** Accounts that were run, in order. */
  const ran: string[] = [];
  let results: RefreshResult[];
  let queue: RefreshQueue;

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(() => {
    ran.length = 0;
    const execute = async ({ accountId }: RunRefresh): Promise<RefreshResult> => {
      ran.push(accountId);
      return results.shift() ?? 'completed';
    };
    queue = new RefreshQueue({ execute } as unknown as CommandBus);
  });
  afterEach(() => queue.onModuleDestroy());

  it.each<RefreshResult>(['completed', 'failed', 'not-due', 'not-watched'])('end with %s', async (result) => {
    results = [result];
    await queue.refresh({ accountId: 'a', platform: 'instagram' });
    await queue.refresh({ accountId: 'b', platform: 'instagram' });
    expect(ran).toEqual(['a', 'b']);
  });

  it('look again at one that was stopped: it may have been connected anew meanwhile', async () => {
    results = ['stopped', 'stopped', 'completed'];
    await queue.refresh({ accountId: 'a', platform: 'instagram' });
    await eventually(() => expect(ran).toEqual(['a', 'a', 'a']));
  });

  it('leave one alone that was stopped because the process ends', async () => {
    results = ['stopped'];
    const done = queue.refresh({ accountId: 'a', platform: 'instagram' });
    queue.onModuleDestroy();
    await done;
    await queue.beforeApplicationShutdown();
    expect(ran).toEqual(['a']);
  });
});
