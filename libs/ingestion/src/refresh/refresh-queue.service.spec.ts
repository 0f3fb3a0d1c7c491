import { eventually } from '@linkage/event-sourcing/testing';
import { TestClock } from '@linkage/event-sourcing/testing';
import { CallBudget, PlatformRegistry } from '@linkage/platforms';
import { Logger } from '@nestjs/common';
import type { CommandBus } from '@nestjs/cqrs';
import { RefreshQueue } from './refresh-queue.service';
import type { RefreshResult, RunRefresh } from './run-refresh.command';

describe('the refreshes of a process', () => {
  /** Accounts that were run, in order. */
  const ran: string[] = [];
  let results: RefreshResult[];
  let queue: RefreshQueue;
  const clock = new TestClock();
  const budget = new CallBudget({ calls: 10, everyMs: 60_000 });
  const platforms = new PlatformRegistry([], new Map([['twitter', budget]]));

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(() => {
    ran.length = 0;
    const execute = async ({ accountId }: RunRefresh): Promise<RefreshResult> => {
      ran.push(accountId);
      return results.shift() ?? 'completed';
    };
    queue = new RefreshQueue({ execute } as unknown as CommandBus, platforms, clock);
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

  it('wait in their order while the calls of their platform are used up, and hold up no other', async () => {
    results = [];
    for (let call = 0; call < 9; call += 1) await budget.take(clock.now(), 'essential');
    const first = queue.refresh({ accountId: 'first', platform: 'twitter' });
    const second = queue.refresh({ accountId: 'second', platform: 'twitter' });
    await queue.refresh({ accountId: 'other', platform: 'twitch' });
    queue.goOn();
    expect(ran).toEqual(['other']);
    clock.advance(60_000);
    queue.goOn();
    await Promise.all([first, second]);
    expect(ran).toEqual(['other', 'first', 'second']);
  });
});
