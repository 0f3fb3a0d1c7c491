import { ChildApp } from './child-app';
import { freePort } from './server-under-test';

/** Calls by endpoint, by platform and person. */
export type Asked = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What was asked in between. */
export const askedSince = (before: Asked, now: Asked): Asked => {
  const since = Object.entries(now).map(([person, counts]) => {
    const more = Object.entries(counts).map(
      ([endpoint, count]) => [endpoint, count - (before[person]?.[endpoint] ?? 0)] as const,
    );
    return [person, Object.fromEntries(more.filter(([, count]) => count > 0))] as const;
  });
  return Object.fromEntries(since);
};

/** The built platform sandbox as a process of its own. */
export class ChildSandbox {
  private constructor(
    readonly url: string,
    private readonly child: ChildApp,
  ) {}

  static async start(): Promise<ChildSandbox> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    return new ChildSandbox(
      url,
      await ChildApp.start('platform-sandbox', { SANDBOX_PORT: String(port) }, `${url}/health/live`),
    );
  }

  /** Registers the redirect URIs of these servers, in the place of those before. */
  async registers(...origins: readonly string[]): Promise<void> {
    const redirectUris = origins.map((origin) => `${origin}/api/oauth/{platform}/callback`);
    await this.control('PUT', 'redirect-uris', { redirectUris });
  }

  /**
   * From now on its time only goes on by `advance`, so that what people publish is the same for every caller, however
   * slow.
   */
  async standStillAt(moment: string): Promise<void> {
    await this.control('POST', 'clock', { pause: true });
    await this.control('POST', 'clock', { set: moment });
  }

  async advance(milliseconds: number): Promise<void> {
    await this.control('POST', 'clock', { advanceMs: milliseconds });
  }

  /** The creator takes the permission back in the platform's own settings. */
  async revoke(platform: string, id: string): Promise<void> {
    await this.control('POST', `people/${platform}/${id}/revoke`);
  }

  /** From now on the platform does not answer; null: it answers again. */
  async fault(platform: string, fault: { readonly kind: string; readonly host?: string } | null): Promise<void> {
    await (fault ? this.control('PUT', `faults/${platform}`, fault) : this.control('DELETE', `faults/${platform}`));
  }

  /** The last calls that its platforms answered, newest first. */
  async calls(): Promise<
    readonly { readonly number: number; readonly method: string; readonly path: string; readonly note: string | null }[]
  > {
    return (await this.control('GET', 'calls')).calls;
  }

  /** How often servers have called each endpoint so far, by person. */
  async asked(): Promise<Asked> {
    const asked: Record<string, Record<string, number>> = {};
    for (const { platform, person, method, endpoint, count } of (await this.control('GET', 'calls/counts')).counts) {
      (asked[`${platform} ${person}`] ??= {})[`${method} ${endpoint}`] = count;
    }
    return asked;
  }

  end(): Promise<number | null> {
    return this.child.end('SIGKILL');
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever the sandbox answers
  private async control(method: string, path: string, body?: object): Promise<any> {
    const answer = await fetch(`${this.url}/control/api/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }
}
