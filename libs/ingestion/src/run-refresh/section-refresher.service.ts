import { CLOCK, ReadModels, type Clock } from '@linkage/event-sourcing';
import { troubleOf, withFreshAccess, type AccessGrant, type PlatformConnector } from '@linkage/platforms';
import { Grants } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';
import { FiguresRecorder, type FiguresEnd } from './figures-recorder.service';
import { inParts, mostDiscovered, mostMetrics } from './in-parts';
import { contentKey, knownContent } from './known-content.projection';
import { knownFigures } from './known-figures.projection';
import type { Run } from './refresh-runs.service';
import { sameValue } from './same-value';
import { contentChanges, type SeenContent } from './content-changes';
import type { FiguresFact } from '../refresh/refresh.events';

/** So many posts are compared and recorded at once. */
const postsAtOnce = 200;

/** One run that reads from its platform and writes to its stream of figures. */
export interface SectionRun {
  readonly run: Run;
  readonly connector: PlatformConnector;
  readonly end: FiguresEnd;
}

/** The three sections of a refresh: fetched with access that is good now, recorded where they differ. */
@Injectable()
export class SectionRefresher {
  constructor(
    private readonly grants: Grants,
    private readonly readModels: ReadModels,
    private readonly recorder: FiguresRecorder,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws PlatformError | RunStopped */
  async profile(reading: SectionRun): Promise<void> {
    const profile = await this.withAccess(reading, (grant) => reading.connector.fetchProfile(grant));
    await this.record(reading, async () => {
      const known = await this.readModels.get(knownFigures, reading.run.account.accountId);
      return sameValue(known?.profile, profile)
        ? []
        : [{ type: 'ProfileCaptured', data: { ...about(reading), profile } }];
    });
  }

  /** @throws PlatformError | RunStopped */
  async audience(reading: SectionRun): Promise<void> {
    const audience = await this.withAccess(reading, (grant) => reading.connector.fetchAudience(grant));
    await this.record(reading, async () => {
      const known = await this.readModels.get(knownFigures, reading.run.account.accountId);
      return sameValue(known?.audience, audience)
        ? []
        : [{ type: 'AudienceCaptured', data: { ...about(reading), audience } }];
    });
  }

  /** What was read before trouble came is recorded all the same. @throws PlatformError | RunStopped */
  async content(reading: SectionRun): Promise<void> {
    await this.withAccess(reading, async (grant) => {
      const waiting: SeenContent[] = [];
      try {
        for await (const { items, figures } of reading.connector.fetchContent(grant)) {
          waiting.push(...items.map((item, index) => ({ item, figures: figures[index] ?? {} })));
          while (waiting.length >= postsAtOnce) await this.recordContent(reading, waiting.splice(0, postsAtOnce));
        }
      } catch (error) {
        if (troubleOf(error) !== undefined) await this.recordContent(reading, waiting);
        throw error;
      }
      await this.recordContent(reading, waiting);
    });
  }

  private async recordContent(reading: SectionRun, seen: readonly SeenContent[]): Promise<void> {
    if (seen.length === 0) return;
    const { accountId } = reading.run.account;
    await this.record(reading, async () => {
      const rows = await this.readModels.getMany(
        knownContent,
        seen.map(({ item }) => contentKey(accountId, item.contentId)),
      );
      const { discovered, metrics } = contentChanges(
        seen,
        new Map([...rows.values()].map((row) => [row.contentId, row])),
      );
      return [
        ...inParts(discovered, mostDiscovered).map((items): FiguresFact => ({
          type: 'ContentDiscovered',
          data: { ...about(reading), items },
        })),
        ...inParts(metrics, mostMetrics).map((part): FiguresFact => ({
          type: 'ContentMetricsCaptured',
          data: { ...about(reading), metrics: part },
        })),
      ];
    });
  }

  private record({ run, end }: SectionRun, changes: () => Promise<readonly FiguresFact[]>): Promise<void> {
    return this.recorder.record(run, end, changes);
  }

  private withAccess<T>({ run, connector }: SectionRun, work: (grant: AccessGrant) => Promise<T>): Promise<T> {
    return withFreshAccess(this.grants, connector, run.account.accountId, this.clock.now(), work);
  }
}

const about = ({ run: { started } }: SectionRun) => {
  const { accountId, invitationId, platform, refreshId } = started.data;
  return { accountId, invitationId, platform, refreshId };
};
