import type { PlatformId } from '@linkage/platform-guide';
import type { Sandbox } from '../sandbox';

const patienceMs = 10_000;

interface Posted {
  readonly body: string | URLSearchParams;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Posts to the app, as a platform's servers do, and lists the call. undefined: there was no answer. */
export async function postToApp(
  { calls, clock }: Pick<Sandbox, 'calls' | 'clock'>,
  platform: PlatformId,
  url: string,
  posted: Posted,
  note: string,
): Promise<Response | undefined> {
  const at = new Date(clock.now()).toISOString();
  const signal = AbortSignal.timeout(patienceMs);
  const answer = await fetch(url, { method: 'POST', ...posted, redirect: 'manual', signal }).catch(() => undefined);
  calls.add({ at, platform, method: 'POST', path: url, status: answer?.status ?? null, note });
  return answer;
}
