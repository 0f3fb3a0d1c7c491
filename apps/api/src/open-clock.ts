import { SandboxClock } from './clock/sandbox-clock';
import { trueClock, type ServerClock } from './clock/server-clock';

/** With a platform sandbox its clock is followed, so that a day can pass at the push of a button; else the system's. */
export async function openClock(sandboxUrl: string | null): Promise<ServerClock> {
  if (sandboxUrl === null) return trueClock;
  const clock = new SandboxClock(sandboxUrl);
  await clock.follow();
  return clock;
}
