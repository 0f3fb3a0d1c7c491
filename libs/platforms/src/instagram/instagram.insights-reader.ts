import { troubleOf } from '../errors';
import type { InstagramApi } from './instagram.api';
import { availability, noneBecause, notRead, readInsights, type InsightsReading } from './instagram.insights';
import { typeOf } from './instagram.mapper';
import type { InstagramInsight, InstagramMedia, InstagramMediaMetric } from './instagram.wire';

type Kind = 'post' | 'film' | 'story';

/** Only metrics that become figures, and only those that work for the kind: one wrong name fails the whole call. */
const metricsOf: Readonly<Record<Kind, readonly InstagramMediaMetric[]>> = {
  post: ['reach', 'likes', 'comments', 'saved', 'shares'],
  film: ['views', 'reach', 'likes', 'comments', 'saved', 'shares'],
  story: ['views', 'reach', 'shares'],
};
/** From here on the rest of the account's call budget is left for the lists. */
const busyPercent = 80;

/** Insights of posts in one run over an account's content. */
export class InstagramInsightsReader {
  private readonly retired = new Map<Kind, Set<string>>();
  private permitted: boolean;

  constructor(
    private readonly api: InstagramApi,
    mayReadInsights: boolean,
  ) {
    this.permitted = mayReadInsights;
  }

  /** `wanted`: this post is among those that get insights. */
  async read(media: InstagramMedia, wanted: boolean): Promise<InsightsReading> {
    if (!this.permitted) return noneBecause('permission-missing');
    if (!wanted || this.api.usedPercent >= busyPercent) return notRead;
    try {
      return await this.ask(media);
    } catch (error) {
      const outcome = troubleOf(error)?.outcome;
      if (outcome === 'gone') return notRead;
      if (outcome !== 'permission-missing') throw error;
      this.permitted = false;
      return noneBecause('permission-missing');
    }
  }

  private async ask(media: InstagramMedia): Promise<InsightsReading> {
    const kind = kindOf(media);
    const retired = this.retired.get(kind) ?? new Set<string>();
    const metrics = metricsOf[kind].filter((metric) => !retired.has(metric));
    const answer = await this.answer(media.id, kind, metrics);
    if (!('none' in answer)) return readInsights(answer.insights, retired);
    return answer.none === 'retired-metric'
      ? this.oneByOne(media.id, kind, metrics)
      : noneBecause(availability[answer.none]);
  }

  /** Finds out which metric the platform no longer knows; later posts of this kind are asked without it. */
  private async oneByOne(id: string, kind: Kind, metrics: readonly string[]): Promise<InsightsReading> {
    const retired = this.retired.get(kind) ?? new Set<string>();
    const insights: InstagramInsight[] = [];
    for (const metric of metrics) {
      const answer = await this.answer(id, kind, [metric]);
      if (!('none' in answer)) insights.push(...answer.insights);
      else if (answer.none === 'retired-metric') retired.add(metric);
      else return noneBecause(availability[answer.none]);
    }
    this.retired.set(kind, retired);
    return readInsights(insights, retired);
  }

  /** Once more after a hiccup: among some hundred calls one would otherwise spoil the run. */
  private async answer(id: string, kind: Kind, metrics: readonly string[]): ReturnType<InstagramApi['insights']> {
    const ask = () => this.api.insights(kind === 'story' ? 'story' : 'media', id, { metric: metrics.join(',') });
    try {
      return await ask();
    } catch (error) {
      if (troubleOf(error)?.outcome !== 'platform-down') throw error;
      return ask();
    }
  }
}

function kindOf(media: InstagramMedia): Kind {
  const type = typeOf(media);
  if (type === 'story') return 'story';
  return type === 'reels' || type === 'video' ? 'film' : 'post';
}
