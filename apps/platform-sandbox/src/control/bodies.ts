import { faultKinds } from '../fault-kinds';
import { hostsOf, kindsOf, PICTURES, type Fault } from '../faults';
import { NotRegistrable, type RedirectUris } from '../oauth/redirect-uris';
import type { SandboxClock } from '../world/sandbox-clock';
import type { PlatformTraits } from '../world/platform-traits';

/** Something in a control request that cannot be done, in words for the sender. */
export class BadControl extends Error {}

const fields = (body: unknown): Readonly<Record<string, unknown>> => {
  if (typeof body !== 'object' || body === null || body instanceof URLSearchParams)
    throw new BadControl('Send a JSON object.');
  return body as Record<string, unknown>;
};

/** `{ advanceMs }`, `{ set: ISO }`, `{ reset: true }`, `{ pause: true }` or `{ resume: true }`. */
export function moveClock(clock: SandboxClock, body: unknown): void {
  const { advanceMs, set, reset, pause, resume } = fields(body);
  try {
    if (typeof advanceMs === 'number') return clock.advance(advanceMs);
    if (typeof set === 'string') return clock.set(Date.parse(set));
    if (reset === true) return clock.reset();
    if (pause === true) return clock.pause();
    if (resume === true) return clock.resume();
  } catch (error) {
    if (error instanceof RangeError) throw new BadControl(error.message);
    throw error;
  }
  throw new BadControl(
    'Send one of { "advanceMs": 3600000 }, { "set": "2026-12-24T18:00:00Z" }, { "reset": true }, { "pause": true }, { "resume": true }.',
  );
}

/** `{ redirectUris: [address, …] }`. */
export function registerRedirectUris(registered: RedirectUris, body: unknown): void {
  const { redirectUris } = fields(body);
  if (!Array.isArray(redirectUris) || redirectUris.length > 20 || !redirectUris.every((uri) => typeof uri === 'string'))
    throw new BadControl('redirectUris must be a list of at most 20 addresses; {platform} stands for each platform.');
  try {
    registered.register(redirectUris);
  } catch (error) {
    if (error instanceof NotRegistrable) throw new BadControl(error.message);
    throw error;
  }
}

/** `{ to: handle }`; undefined: the body names none. `isTaken`: whether another person is called so. */
export function readHandle(body: unknown, isTaken: (handle: string) => boolean): string | undefined {
  const { to } = body === undefined || body === null ? {} : fields(body);
  if (to === undefined) return undefined;
  if (typeof to !== 'string' || !/^[A-Za-z0-9_.-]{1,30}$/.test(to))
    throw new BadControl('to must be a handle: at most 30 letters, digits, dots, dashes and underscores, without @.');
  if (isTaken(to)) throw new BadControl(`Another person is called ${to}.`);
  return to;
}

/**
 * `{ kind, calls: n | null, host?: name | null, path?: words | null, person?: id | null }`. `isThere`: whether the
 * platform has the person.
 */
export function readFault(platform: PlatformTraits, body: unknown, isThere: (person: string) => boolean): Fault {
  const { kind, calls = null, host = null, path = null, person = null } = fields(body);
  const known = faultKinds.find((one) => one === kind);
  if (!known || !kindsOf(platform).includes(known))
    throw new BadControl(`kind must be one of ${kindsOf(platform).join(', ')}.`);
  if (calls !== null && !(typeof calls === 'number' && Number.isInteger(calls) && calls > 0)) {
    throw new BadControl('calls must be a whole number above 0, or null for "until cleared".');
  }
  if (host !== null && !(typeof host === 'string' && hostsOf(platform).includes(host))) {
    throw new BadControl(`host must be null or one of ${hostsOf(platform).join(', ')}.`);
  }
  if (known === 'elsewhere' && host !== PICTURES)
    throw new BadControl(`Only pictures lead elsewhere: give "host": "${PICTURES}", too.`);
  if (path !== null && !(typeof path === 'string' && path !== '' && path.length <= 200))
    throw new BadControl('path must be null or words that the path of a call has, such as "/insights".');
  if (person !== null && !(typeof person === 'string' && isThere(person)))
    throw new BadControl(`person must be null or the name of one of the people of ${platform.id}, without @.`);
  return { kind: known, left: calls, host, path, person };
}
