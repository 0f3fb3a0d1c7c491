import { isLoss, type Read } from '../loss';
import type { WhyNone } from '../mapping/reading';
import type { AccountSession } from '../session';
import type { InstagramApi } from './instagram.api';
import type { InsightsAnswer } from './instagram.answers';
import type { NoInsights } from './instagram.errors';
import {
  availability,
  metricsOf,
  noneBecause,
  notRead,
  readInsights,
  type InsightsReading,
} from './instagram-insights';
import { typeOf } from './instagram.mapper';
import type { NamedMedia } from './instagram-media';
import { insightsScope } from './instagram.settings';
import type { InstagramMediaMetric } from './instagram.wire';

type Kind = 'post' | 'film' | 'story';

/** Only metrics that become figures, and only those that work for the kind: one wrong name fails the whole call. */
const metricsFor: Readonly<Record<Kind, readonly InstagramMediaMetric[]>> = {
  post: ['reach', 'likes', 'comments', 'saved', 'shares'],
  film: ['views', 'reach', 'likes', 'comments', 'saved', 'shares'],
  story: ['views', 'reach', 'shares'],
};
const insightsCall = 'GET /{ig-media-id}/insights';
/** Refused for so many posts of a kind and given for none, a metric is taken for retired. */
const refusalsOfTheRetired = 2;

/** Insights of posts in one reading of an account's content. */
export class InstagramInsightsReader {
  private readonly refusals = new Map<string, number>();
  private readonly given = new Set<string>();

  constructor(
    private readonly api: InstagramApi,
    private readonly session: AccountSession,
  ) {}

  /** `wanted`: this post is among those that get insights. */
  async read(media: NamedMedia, wanted: boolean): Promise<InsightsReading> {
    if (!this.session.may(insightsScope)) return noneBecause('permission-missing');
    if (!wanted) return notRead;
    const postponed = this.session.postponed(insightsCall);
    if (postponed !== undefined) return noneBecause(postponed);
    const kind = kindOf(media);
    const answer = await this.ask(media.id, kind, this.metricsOf(kind));
    if (answer === 'retired-metric' || answer === 'refused-metric') return this.oneByOne(media.id, kind);
    if (typeof answer === 'string') return noneBecause(availability[answer]);
    return isLoss(answer) ? noneBecause(answer) : this.noted(kind, readInsights(answer));
  }

  /** What was read of a post, as far as is known by now which metrics are retired. */
  settled(media: NamedMedia, reading: InsightsReading): InsightsReading {
    if (reading.is !== 'read') return reading;
    const kind = kindOf(media);
    const retired = metricsFor[kind].filter((name) => this.isRetired(kind, name));
    return {
      is: 'read',
      metrics: new Map([...reading.metrics, ...retired.map((name) => [name, 'not-offered'] as const)]),
    };
  }

  /** Finds out which metric it is that Instagram refuses: a metric that is refused costs itself. */
  private async oneByOne(id: string, kind: Kind): Promise<InsightsReading> {
    const metrics = new Map<string, Read<number> | WhyNone>();
    for (const name of this.metricsOf(kind)) {
      const answer = await this.ask(id, kind, [name]);
      if (answer === 'retired-metric' || answer === 'refused-metric') {
        this.refused(kind, name, answer === 'retired-metric' ? refusalsOfTheRetired : 1);
        metrics.set(name, this.session.impossible(insightsCall, `${name} is refused for a ${kind}`));
      } else if (typeof answer === 'string') return noneBecause(availability[answer]);
      else {
        const read = isLoss(answer) ? answer : metricsOf(answer);
        for (const [given, value] of isLoss(read) ? [[name, read] as const] : read) metrics.set(given, value);
      }
    }
    return this.noted(kind, { is: 'read', metrics });
  }

  private noted(kind: Kind, reading: InsightsReading): InsightsReading {
    if (reading.is !== 'read') return reading;
    for (const [name, value] of reading.metrics) if (typeof value === 'number') this.given.add(`${kind} ${name}`);
    return reading;
  }

  private refused(kind: Kind, metric: string, times: number): void {
    const key = `${kind} ${metric}`;
    this.refusals.set(key, (this.refusals.get(key) ?? 0) + times);
  }

  private metricsOf(kind: Kind): readonly InstagramMediaMetric[] {
    return metricsFor[kind].filter((metric) => !this.isRetired(kind, metric));
  }

  private isRetired(kind: Kind, metric: string): boolean {
    const key = `${kind} ${metric}`;
    return !this.given.has(key) && (this.refusals.get(key) ?? 0) >= refusalsOfTheRetired;
  }

  private ask(id: string, kind: Kind, metrics: readonly string[]): Promise<Read<InsightsAnswer> | NoInsights> {
    return this.api.insights(kind === 'story' ? 'story' : 'media', id, { metric: metrics.join(',') });
  }
}

function kindOf(media: NamedMedia): Kind {
  const type = typeOf(media);
  if (type === 'story') return 'story';
  return type === 'reels' || type === 'video' ? 'film' : 'post';
}
