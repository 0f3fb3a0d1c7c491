import { createHash, randomBytes } from 'node:crypto';
import type {
  InstagramLongToken,
  InstagramShortToken,
  InstagramShortTokenAnswer,
  GoogleToken,
} from '@linkage/platforms/wire';
import { startSandbox, type RunningSandbox, type SandboxOptions } from '../server';

export const day = 86_400_000;
export const hour = 3_600_000;
/** Noon of the day after the anchor. */
export const testNow = new Date('2026-11-24T12:00:00Z');
export const redirectUri = 'http://localhost:3000/api/oauth/instagram/callback';
export const client = { client_id: 'linkage-sandbox', client_secret: 'linkage-sandbox-secret' };

/** A sandbox on a free port whose real time stands still, so that only the tests move it. */
export const startForTest = (options: SandboxOptions = {}): Promise<RunningSandbox> =>
  startSandbox({ port: 0, now: () => testNow, ...options });

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** `T` is what the test expects; the answer is not checked against it. */
export async function call<T = Record<string, never>>(url: string, init: RequestInit = {}): Promise<Answer<T>> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text) as T,
  };
}

export const post = <T>(url: string, form: Record<string, string>): Promise<Answer<T>> =>
  call<T>(url, { method: 'POST', body: new URLSearchParams(form) });
export const postJson = <T>(url: string, body: unknown, method = 'POST'): Promise<Answer<T>> =>
  call<T>(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
export const bearer = (token: string): RequestInit => ({ headers: { authorization: `Bearer ${token}` } });

/** Presses a button of the consent page. @returns where the browser is sent */
export async function decide(url: string, decision: 'allow' | 'cancel', scopes: readonly string[]): Promise<URL> {
  const form = new URLSearchParams({ decision });
  for (const scope of scopes) form.append('scope', scope);
  const { status, headers } = await call(url, { method: 'POST', body: form });
  if (status !== 302) throw new Error(`the consent page answered ${status}`);
  return new URL(headers.get('location') ?? '');
}

export const instagramScopes = ['instagram_business_basic', 'instagram_business_manage_insights'];

export class InstagramVisitor {
  constructor(private readonly url: string) {}

  consent(
    person: string,
    {
      decision = 'allow',
      scopes = instagramScopes,
      query = {},
    }: { decision?: 'allow' | 'cancel'; scopes?: readonly string[]; query?: Record<string, string> } = {},
  ): Promise<URL> {
    const asked = new URLSearchParams({
      client_id: client.client_id,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: instagramScopes.join(','),
      state: 'state-1',
      account: person,
      ...query,
    });
    return decide(`${this.url}/instagram/www/oauth/authorize/consent?${asked}`, decision, scopes);
  }

  exchange(code: string, changes: Record<string, string> = {}): Promise<Answer<InstagramShortTokenAnswer>> {
    return post(`${this.url}/instagram/api/oauth/access_token`, {
      ...client,
      grant_type: 'authorization_code',
      redirect_uri: redirectUri,
      code,
      ...changes,
    });
  }

  async shortToken(person: string, scopes = instagramScopes): Promise<InstagramShortToken> {
    const code = (await this.consent(person, { scopes })).searchParams.get('code') ?? '';
    const { body } = await this.exchange(code);
    const token = 'data' in body ? body.data[0] : body;
    if (!token) throw new Error('no token');
    return token;
  }

  lengthen(token: string): Promise<Answer<InstagramLongToken>> {
    return call(
      `${this.url}/instagram/graph/access_token?${new URLSearchParams({
        grant_type: 'ig_exchange_token',
        client_secret: client.client_secret,
        access_token: token,
      })}`,
    );
  }

  refresh(token: string): Promise<Answer<InstagramLongToken>> {
    return call(
      `${this.url}/instagram/graph/refresh_access_token?${new URLSearchParams({
        grant_type: 'ig_refresh_token',
        access_token: token,
      })}`,
    );
  }

  async token(person: string, scopes = instagramScopes): Promise<string> {
    return (await this.lengthen((await this.shortToken(person, scopes)).access_token)).body.access_token;
  }

  get<T>(token: string, path: string, query: Record<string, string> = {}): Promise<Answer<T>> {
    return call<T>(`${this.url}/instagram/graph/v26.0/${path}?${new URLSearchParams(query)}`, bearer(token));
  }
}

const google = 'https://www.googleapis.com/auth/';
export const youtubeScopes = [
  'openid',
  `${google}userinfo.email`,
  `${google}userinfo.profile`,
  `${google}youtube.readonly`,
  `${google}yt-analytics.readonly`,
];
export const googleRedirectUri = 'http://localhost:3000/api/oauth/youtube/callback';

export class YoutubeVisitor {
  readonly verifier = randomBytes(32).toString('base64url');

  constructor(private readonly url: string) {}

  query(changes: Record<string, string> = {}): Record<string, string> {
    return {
      client_id: client.client_id,
      redirect_uri: googleRedirectUri,
      response_type: 'code',
      scope: ['openid', 'email', 'profile', ...youtubeScopes.slice(3)].join(' '),
      state: 'state-1',
      access_type: 'offline',
      prompt: 'consent',
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...changes,
    };
  }

  consent(
    person: string,
    {
      decision = 'allow',
      scopes = youtubeScopes,
      query = {},
    }: { decision?: 'allow' | 'cancel'; scopes?: readonly string[]; query?: Record<string, string> } = {},
  ): Promise<URL> {
    return decide(
      `${this.url}/youtube/accounts/o/oauth2/v2/auth/consent?${new URLSearchParams({
        ...this.query(query),
        account: person,
      })}`,
      decision,
      scopes,
    );
  }

  exchange<T = GoogleToken>(code: string, changes: Record<string, string> = {}): Promise<Answer<T>> {
    return post<T>(`${this.url}/youtube/oauth2/token`, {
      ...client,
      grant_type: 'authorization_code',
      redirect_uri: googleRedirectUri,
      code,
      code_verifier: this.verifier,
      ...changes,
    });
  }

  refresh<T = GoogleToken>(refreshToken: string): Promise<Answer<T>> {
    return post<T>(`${this.url}/youtube/oauth2/token`, {
      ...client,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
  }

  async grant(person: string, scopes = youtubeScopes): Promise<GoogleToken> {
    return (await this.exchange((await this.consent(person, { scopes })).searchParams.get('code') ?? '')).body;
  }

  get<T>(token: string, path: string, query: Record<string, string> = {}): Promise<Answer<T>> {
    return call<T>(`${this.url}/youtube/googleapis/${path}?${new URLSearchParams(query)}`, bearer(token));
  }

  report<T>(token: string, query: Record<string, string>): Promise<Answer<T>> {
    return call<T>(
      `${this.url}/youtube/analytics/v2/reports?${new URLSearchParams({
        ids: 'channel==MINE',
        startDate: '2026-10-01',
        endDate: '2026-11-22',
        ...query,
      })}`,
      bearer(token),
    );
  }
}
