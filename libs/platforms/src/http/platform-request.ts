/**
 * One call of a platform. At most one of `form` and `json` is its body, at most one of `bearer` and `basic` its
 * authorization.
 */
export interface PlatformRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** May hold a token or a code: never shown, never logged. */
  readonly url: URL;
  /** What messages and reports call it, such as `GET /{user}/media`. */
  readonly call: string;
  /** The permission without which the platform refuses it. */
  readonly needs?: string;
  /**
   * Calls that the platform counts together: a limit on one stops all for the rest of a reading. Absent: each call for
   * itself.
   */
  readonly bucket?: string;
  /** That it is of: a platform that refuses the app as a whole may do so for one service only. Absent: its host. */
  readonly service?: string;
  readonly bearer?: string;
  /** The client's id and secret, for token endpoints that want them there. */
  readonly basic?: { readonly user: string; readonly password: string };
  /** Further headers, such as `Client-Id`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as `application/x-www-form-urlencoded`. */
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as `application/json`. */
  readonly json?: unknown;
}

/** What came back, whatever its status. */
export interface PlatformAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** undefined: empty or not JSON. Integers that a number cannot hold are texts. */
  readonly body: unknown;
}

type Parameter = string | readonly string[] | undefined;

/**
 * A URL under a base that may itself have a path (the sandbox gives each host a path prefix). Parameters that are
 * undefined are left out; a list repeats its name.
 */
export function urlOf(base: string, path: string, parameters: Readonly<Record<string, Parameter>> = {}): URL {
  const url = new URL(base.replace(/\/+$/, '') + path);
  for (const [name, value] of Object.entries(parameters))
    for (const each of [value ?? []].flat()) url.searchParams.append(name, each);
  return url;
}

/** What `fetch` needs of a request beside its address. */
export function initOf({ method, bearer, basic, headers, form, json }: PlatformRequest): RequestInit {
  const authorization = bearer === undefined ? basic && basicOf(basic) : `Bearer ${bearer}`;
  const body = json === undefined ? form && new URLSearchParams(form) : JSON.stringify(json);
  return {
    method,
    headers: {
      accept: 'application/json',
      ...(authorization !== undefined && { authorization }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  };
}

/** RFC 6749, 2.3.1: both parts are form-encoded first. */
const basicOf = ({ user, password }: { user: string; password: string }): string =>
  `Basic ${Buffer.from(`${encodeURIComponent(user)}:${encodeURIComponent(password)}`).toString('base64')}`;

/** Everything in a request that might be a secret, to take it out of a report. */
export function secretsOf({ bearer, basic, headers, form, json, url }: PlatformRequest): string[] {
  const sent = [bearer, basic?.password, ...Object.values(headers ?? {}), ...Object.values(form ?? {})];
  return [...sent, ...textsIn(json), ...url.searchParams.values()].filter((secret) => secret !== undefined);
}

const textsIn = (json: unknown): string[] => {
  if (typeof json === 'string') return [json];
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(textsIn) : [];
};
