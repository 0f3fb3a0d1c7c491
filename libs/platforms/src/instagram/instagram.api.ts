import { isObject, urlOf, type PlatformClient, type PlatformRequest } from '../http';
import { instagramVerdict, noInsightsBecause, usageOf, type NoInsights } from './instagram.errors';
import { basicScope, graphVersion, insightsScope } from './instagram.settings';
import type { InstagramInsight, InstagramMediaPage, InstagramUser } from './instagram.wire';

type Parameters = Readonly<Record<string, string | undefined>>;

/** Insights, or why there are none although nothing is wrong. */
export type InsightsAnswer = { readonly insights: readonly InstagramInsight[] } | { readonly none: NoInsights };

/** Reads of one account with one token. Remembers how much of the account's call budget is used. */
export class InstagramApi {
  private busiest = 0;

  constructor(
    private readonly client: PlatformClient,
    private readonly graphHost: string,
    private readonly accessToken: string,
  ) {}

  /** Percent of the call budget in use, as the last answers said. */
  get usedPercent(): number {
    return this.busiest;
  }

  /** The account itself. Comes flat, or wrapped in `data`. */
  async me(fields: string): Promise<Partial<InstagramUser>> {
    const body = await this.get('/me', 'GET /me', { fields });
    const user: unknown = Array.isArray(body['data']) ? body['data'][0] : body;
    if (!isObject(user)) throw this.client.malformed('GET /me');
    return user;
  }

  async mediaPage(userId: string, edge: 'media' | 'stories', parameters: Parameters): Promise<InstagramMediaPage> {
    const call = `GET /{user}/${edge}`;
    const body = await this.get(`/${encodeURIComponent(userId)}/${edge}`, call, parameters);
    if (!Array.isArray(body['data'])) throw this.client.malformed(call);
    return { ...body, data: body['data'].filter(isObject) } as unknown as InstagramMediaPage;
  }

  async insights(of: 'user' | 'media' | 'story', id: string, parameters: Parameters): Promise<InsightsAnswer> {
    const call = of === 'user' ? 'GET /{user}/insights' : 'GET /{media}/insights';
    const request = this.request(`/${encodeURIComponent(id)}/insights`, call, parameters);
    const answer = await this.client.send(request);
    this.noteUsage(answer.headers);
    const { body } = answer;
    const good = answer.status === 200 && isObject(body) && !('error' in body);
    if (good && Array.isArray(body['data']))
      return { insights: body['data'].filter(isObject) as unknown as InstagramInsight[] };
    if (good) throw this.client.malformed(call);
    const none =
      answer.status >= 400 && answer.status < 500 && answer.status !== 429
        ? noInsightsBecause(body, of === 'story')
        : undefined;
    if (none !== undefined) return { none };
    throw this.client.trouble(request, answer, instagramVerdict(answer, this.client.now, insightsScope));
  }

  private get(path: string, call: string, parameters: Parameters): Promise<Readonly<Record<string, unknown>>> {
    return this.client.json(this.request(path, call, parameters), (answer) =>
      instagramVerdict(answer, this.client.now, basicScope),
    );
  }

  private request(path: string, call: string, parameters: Parameters): PlatformRequest {
    return {
      method: 'GET',
      url: urlOf(this.graphHost, `/${graphVersion}${path}`, parameters),
      call,
      bearer: this.accessToken,
    };
  }

  private noteUsage(headers: Headers): void {
    this.busiest = Math.max(this.busiest, usageOf(headers).busiest);
  }
}
