import type { Consumers, Erasures, EventLog } from '@linkage/event-sourcing';
import type { PictureKept, Pictures } from '@linkage/pictures';
import { NEVER, Subject } from 'rxjs';
import type { ServerClock } from '../clock/server-clock';
import { LiveFeed } from './live-feed';

describe('pictures that are new', () => {
  let kept: Subject<PictureKept>;
  let feed: LiveFeed;
  let heard: Record<string, unknown[]>;
  const keep = (workspaceId: string, account: string, what = 'avatar'): void =>
    kept.next({ workspaceId, account, what });
  const listen = (workspaceId: string): void => {
    const hear = (event: unknown, id: string | null) => (heard[workspaceId] ??= []).push({ event, id });
    feed.listen({ workspaceId, hear, end: () => undefined }, 'new');
  };

  beforeEach(() => {
    jest.useFakeTimers();
    [kept, heard] = [new Subject(), {}];
    feed = new LiveFeed(
      { changes: NEVER, publishedThrough: () => null } as unknown as Consumers,
      { compare: () => 0 } as unknown as EventLog,
      { onMoved: () => () => undefined } as unknown as ServerClock,
      { readModelsFree: NEVER } as unknown as Erasures,
      { kept } as unknown as Pictures,
    );
    feed.onModuleInit();
    listen('w1');
    listen('w2');
  });
  afterEach(() => {
    feed.end();
    jest.useRealTimers();
  });

  it('are told to the browsers of their workspace, together, each account once', () => {
    for (const what of ['avatar', 'p1', 'p2']) keep('w1', 'a1', what);
    keep('w1', 'a2');
    expect(heard).toEqual({});
    jest.runAllTimers();
    expect(heard).toEqual({
      w1: [{ event: { event: 'changed', data: { list: 'pictures', ids: ['a1', 'a2'] } }, id: null }],
    });
    keep('w2', 'a3');
    jest.runAllTimers();
    expect(heard['w2']).toEqual([{ event: { event: 'changed', data: { list: 'pictures', ids: ['a3'] } }, id: null }]);
    expect(heard['w1']).toHaveLength(1);
  });

  it('are told no more once the server goes down', () => {
    keep('w1', 'a1');
    feed.end();
    jest.runAllTimers();
    keep('w1', 'a1');
    jest.runAllTimers();
    expect(heard).toEqual({});
  });
});
