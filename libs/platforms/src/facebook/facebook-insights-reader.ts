import { isLoss, type Read } from '../loss';
import type { WhyNone } from '../mapping/reading';
import type { AccountSession } from '../session';
import type { FacebookApi } from './facebook.api';
import type { InsightsAnswer } from './facebook.answers';
import type { NoInsights } from './facebook.errors';
import {
  availability,
  metricsOf,
  noneBecause,
  notRead,
  type InsightsReading,
  type MetricValue,
} from './facebook-insights';
import type { Published } from './facebook-posts';
import { insightsScope } from './facebook.settings';

const insightsCall = 'GET /{post-id}/insights';
const postMetrics = ['post_media_view', 'post_total_media_view_unique'] as const;

/** Insights of posts in one reading of a Page's content. `nothing`: what a metric that is not there means. */
export class FacebookInsightsReader {
  private readonly retired = new Set<string>();

  constructor(
    private readonly api: FacebookApi,
    private readonly session: AccountSession,
    private readonly nothing: WhyNone,
  ) {}

  /** `wanted`: this post is among those that get insights. */
  async read(published: Published, wanted: boolean): Promise<InsightsReading> {
    if (!this.session.may(insightsScope)) return noneBecause('permission-missing');
    if (!wanted) return notRead;
    const postponed = this.session.postponed(insightsCall);
    if (postponed !== undefined) return noneBecause(postponed);
    if (published.is === 'story') return this.readingOf(await this.api.postInsights(published.id, {}));
    const names = postMetrics.filter((name) => !this.retired.has(name));
    const answer = names.length === 0 ? ('retired-metric' as const) : await this.ask(published.id, names);
    if (answer !== 'retired-metric' && answer !== 'refused-metric') return this.readingOf(answer);
    return this.oneByOne(published.id, names);
  }

  /** One wrong name fails the whole call: each is asked for alone, so that one that is refused costs itself. */
  private async oneByOne(id: string, names: readonly string[]): Promise<InsightsReading> {
    const metrics = new Map<string, Read<MetricValue> | WhyNone>();
    for (const name of this.retired) metrics.set(name, 'not-offered');
    for (const name of names) {
      const answer = await this.ask(id, [name]);
      if (answer === 'retired-metric') {
        this.retired.add(name);
        metrics.set(name, 'not-offered');
      } else if (answer === 'refused-metric')
        metrics.set(name, this.session.impossible(insightsCall, `${name} is refused`));
      else if (typeof answer === 'string') metrics.set(name, availability[answer]);
      else {
        const read = isLoss(answer) ? answer : metricsOf(answer);
        for (const [given, found] of isLoss(read) ? [[name, read] as const] : read) metrics.set(given, found);
      }
    }
    return { is: 'read', metrics, nothing: this.nothing };
  }

  private readingOf(answer: Read<InsightsAnswer> | NoInsights): InsightsReading {
    if (answer === 'refused-metric')
      return noneBecause(this.session.impossible(insightsCall, 'the metrics are refused'));
    if (typeof answer === 'string') return noneBecause(availability[answer]);
    const metrics = isLoss(answer) ? answer : metricsOf(answer);
    if (isLoss(metrics)) return noneBecause(metrics);
    const retired = [...this.retired].map((name) => [name, 'not-offered'] as const);
    return {
      is: 'read',
      metrics: new Map<string, Read<MetricValue> | WhyNone>([...retired, ...metrics]),
      nothing: this.nothing,
    };
  }

  private ask(id: string, names: readonly string[]): Promise<Read<InsightsAnswer> | NoInsights> {
    return this.api.postInsights(id, { metric: names.join(','), period: 'lifetime' });
  }
}
