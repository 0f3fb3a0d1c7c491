import { InjectionToken } from '@angular/core';

/** What the tabs of one browser share. */
export interface BrowserTabs {
  /** undefined where a browser has none: over plain http to another machine. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  channel(name: string): Pick<BroadcastChannel, 'postMessage' | 'onmessage' | 'close'>;
  hidden(): boolean;
  /** Calls back when the tab is hidden or shown. Returns the way to stop. */
  whenTurned(turned: () => void): () => void;
}

export const BROWSER_TABS = new InjectionToken<BrowserTabs>('tabs of this browser', {
  providedIn: 'root',
  factory: () => ({
    locks: navigator.locks as LockManager | undefined,
    channel: (name) => new BroadcastChannel(name),
    hidden: () => document.visibilityState === 'hidden',
    whenTurned: (turned) => {
      document.addEventListener('visibilitychange', turned);
      return () => document.removeEventListener('visibilitychange', turned);
    },
  }),
});

/** Resolves when the tab is in view or the wait is over. */
export const shown = (tabs: BrowserTabs, stopped: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stopped.aborted || !tabs.hidden()) return resolve();
    const stopWatching = tabs.whenTurned(() => (tabs.hidden() ? undefined : done()));
    const done = (): void => {
      stopWatching();
      stopped.removeEventListener('abort', done);
      resolve();
    };
    stopped.addEventListener('abort', done);
  });

/** Aborts once the tab was hidden for `ms`. Call `end` when it does not matter any more. */
export const hiddenFor = (
  tabs: BrowserTabs,
  ms: number,
): { readonly signal: AbortSignal; readonly end: () => void } => {
  const away = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const turn = (): void => {
    clearTimeout(timer);
    if (tabs.hidden()) timer = setTimeout(() => away.abort(), ms);
  };
  const stopWatching = tabs.whenTurned(turn);
  turn();
  return {
    signal: away.signal,
    end: () => {
      clearTimeout(timer);
      stopWatching();
    },
  };
};
