/** One call of a platform. */
export interface PlatformRequest {
  readonly method: 'GET' | 'POST';
  /** May hold a token or a code: never shown, never logged. */
  readonly url: URL;
  /** What messages and reports call it, such as `GET /{user}/media`. */
  readonly call: string;
  readonly bearer?: string;
  /** Sent as `application/x-www-form-urlencoded`. */
  readonly form?: Readonly<Record<string, string>>;
}

/** What came back, whatever its status. */
export interface PlatformAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** undefined: empty or not JSON. */
  readonly body: unknown;
}

/** A URL under a base that may itself have a path (the sandbox gives each host a path prefix). Parameters that are undefined are left out. */
export function urlOf(base: string, path: string, parameters: Readonly<Record<string, string | undefined>> = {}): URL {
  const url = new URL(base.replace(/\/+$/, '') + path);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url;
}

/** Everything in a request that might be a secret, to take it out of a report. */
export function secretsOf(request: PlatformRequest): string[] {
  return [request.bearer ?? '', ...Object.values(request.form ?? {}), ...request.url.searchParams.values()];
}
