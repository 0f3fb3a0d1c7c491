import { inject } from '@angular/core';
import { ServerClock } from '../base/server-clock';
import { TabMemory } from '../base/tab-memory';

/** What the tab remembers from the press of the button until the report is closed. */
export const DEMO_DATA = 'demo-data';

/** Whether this tab asked for demo data, and shows how far it is. */
export const demoAsked = (): (() => boolean) => {
  const [clock, memory] = [inject(ServerClock), inject(TabMemory)];
  return () => clock.about()?.mode === 'demo' && memory.read(DEMO_DATA) === true;
};
