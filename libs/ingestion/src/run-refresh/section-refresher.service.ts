import { CLOCK, ReadModels, type Clock } from '@linkage/event-sourcing';
import {
  withFreshAccess,
  type AccountReader,
  type Loss,
  type PlatformConnector,
  type PostReading,
} from '@linkage/platforms';
import type { SocialAccountConnected } from '@linkage/published-facts';
import { Grants } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';
import { FiguresRecorder, type FiguresEnd } from './figures-recorder.service';
import { inParts, mostDiscovered, mostMetrics } from './in-parts';
import { contentKey, knownContent } from './known-content.projection';
import { knownFigures } from './known-figures.projection';
import type { Missing } from './missing-parts';
import type { Run } from './refresh-runs.service';
import { sameValue } from './same-value';
import { settleAudience, settleProfile, type MissingPoint } from './settle';
import { contentChanges } from './content-changes';
import type { FiguresFact } from '../refresh/refresh.events';

/** So many posts are compared and recorded at once. */
const postsAtOnce = 200;

/** One run that reads from its platform and writes to its stream of figures. */
export interface SectionRun {
  readonly run: Run;
  readonly connector: PlatformConnector;
  readonly end: FiguresEnd;
}

/** The three sections of a refresh: read with access that is good now, recorded where they differ. Each gives what it is without. */
@Injectable()
export class SectionRefresher {
  constructor(
    private readonly grants: Grants,
    private readonly readModels: ReadModels,
    private readonly recorder: FiguresRecorder,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Asks the platform which account it is. @throws PlatformError */
  open({ run, connector }: SectionRun): Promise<AccountReader> {
    const { accountId } = run.account;
    return withFreshAccess(this.grants, connector, accountId, this.clock.now(), (grant) => connector.open(grant));
  }

  /** @throws RunStopped */
  async profile(reading: SectionRun, account: AccountReader): Promise<readonly Missing[]> {
    const read = await account.profile();
    let missing: readonly MissingPoint[] = [];
    await this.record(reading, async () => {
      const known = await this.readModels.get(knownFigures, reading.run.account.accountId);
      const settled = settleProfile(read, known?.profile ?? calledAtConnecting(reading.run));
      missing = settled.missing;
      return sameValue(known?.profile, settled.snapshot)
        ? []
        : [{ type: 'ProfileCaptured', data: { ...about(reading), profile: settled.snapshot } }];
    });
    return missing.map((point) => ({ section: 'profile', ...point }));
  }

  /** @throws RunStopped */
  async audience(reading: SectionRun, account: AccountReader): Promise<readonly Missing[]> {
    const read = await account.audience();
    let missing: readonly MissingPoint[] = [];
    await this.record(reading, async () => {
      const known = await this.readModels.get(knownFigures, reading.run.account.accountId);
      const settled = settleAudience(read, known?.audience ?? null);
      missing = settled.missing;
      return sameValue(known?.audience, settled.snapshot)
        ? []
        : [{ type: 'AudienceCaptured', data: { ...about(reading), audience: settled.snapshot } }];
    });
    return missing.map((point) => ({ section: 'audience', ...point }));
  }

  /** @throws RunStopped */
  async content(reading: SectionRun, account: AccountReader): Promise<readonly Missing[]> {
    const missing: Missing[] = [];
    const waiting: PostReading[] = [];
    for await (const batch of account.content()) {
      missing.push(...batch.missing.map(({ part, loss }) => lostPart(part, loss)));
      waiting.push(...batch.posts);
      while (waiting.length >= postsAtOnce)
        missing.push(...(await this.recordContent(reading, waiting.splice(0, postsAtOnce))));
    }
    return [...missing, ...(await this.recordContent(reading, waiting))];
  }

  private async recordContent(reading: SectionRun, seen: readonly PostReading[]): Promise<readonly Missing[]> {
    if (seen.length === 0) return [];
    const { accountId } = reading.run.account;
    let missing: readonly MissingPoint[] = [];
    await this.record(reading, async () => {
      const keys = seen.map(({ contentId }) => contentKey(accountId, contentId));
      const rows = await this.readModels.getMany(knownContent, keys);
      const changes = contentChanges(seen, new Map([...rows.values()].map((row) => [row.contentId, row])));
      missing = changes.missing;
      return [
        ...inParts(changes.discovered, mostDiscovered).map((items): FiguresFact => ({
          type: 'ContentDiscovered',
          data: { ...about(reading), items },
        })),
        ...inParts(changes.metrics, mostMetrics).map((part): FiguresFact => ({
          type: 'ContentMetricsCaptured',
          data: { ...about(reading), metrics: part },
        })),
      ];
    });
    return missing.map((point) => ({ section: 'content', ofPost: true, ...point }));
  }

  private record({ run, end }: SectionRun, changes: () => Promise<readonly FiguresFact[]>): Promise<void> {
    return this.recorder.record(run, end, changes);
  }
}

const about = ({ run: { started } }: SectionRun) => {
  const { accountId, invitationId, platform, refreshId } = started.data;
  return { accountId, invitationId, platform, refreshId };
};

const lostPart = (part: string, { lost, reportId, retryAt }: Loss): Missing => ({
  section: 'content',
  part,
  reason: lost,
  reportId,
  retryAt,
});

/** Before the first refresh an account is called as the platform named it at connecting. */
const calledAtConnecting = ({ connection: { data } }: Run) => {
  const { username, displayName, avatarUrl } = data as SocialAccountConnected['data'];
  return { username, displayName, avatarUrl };
};
