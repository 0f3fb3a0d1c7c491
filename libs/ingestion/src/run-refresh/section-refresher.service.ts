import { CLOCK, ReadModels, type Clock } from '@linkage/event-sourcing';
import {
  PlatformError,
  withFreshAccess,
  type AccountReader,
  type Loss,
  type PlatformConnector,
  type PostReading,
} from '@linkage/platforms';
import { AVATAR, Pictures } from '@linkage/pictures';
import { Grants } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';
import { FiguresRecorder, type FiguresEnd } from './figures-recorder.service';
import { contentFacts } from './content-facts';
import { inParts, mostMetrics } from './in-parts';
import { contentKey, knownContent, type KnownContent } from './known-content.projection';
import { hasVanished, type WholeOf } from './vanished-content';
import { knownFigures } from './known-figures.projection';
import type { Missing } from './missing-parts';
import type { Run } from './refresh-runs.service';
import { sameValue } from './same-value';
import { isLost, settleAudience, settleProfile, type MissingPoint, type Read } from './settle';
import { contentChanges, type ContentChanges } from './content-changes';
import type { FiguresFact } from '../refresh/refresh.events';

/** So many posts are compared and recorded at once. */
const postsAtOnce = 200;

/** One run that reads from its platform and writes to its stream of figures. */
export interface SectionRun {
  readonly run: Run;
  readonly connector: PlatformConnector;
  readonly end: FiguresEnd;
}

/** Posts that were compared with what was recorded last. */
interface Compared {
  readonly different: readonly PostReading[];
  /** Ids of those that have a row, or will have one. */
  readonly placed: readonly string[];
  readonly missing: readonly MissingPoint[];
}

/** Ids of all posts of a reading. `placed`: of those that have a row. */
interface SeenPosts {
  readonly seen: ReadonlySet<string>;
  readonly placed: ReadonlySet<string>;
}

/**
 * The three sections of a refresh: read with access that is good now, recorded where they differ. Each gives what it is
 * without.
 */
@Injectable()
export class SectionRefresher {
  constructor(
    private readonly grants: Grants,
    private readonly readModels: ReadModels,
    private readonly recorder: FiguresRecorder,
    private readonly pictures: Pictures,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Asks the platform which account it is.
   * @throws PlatformError also `gone` where another one answers: a login may have a new channel in the place of the old
   */
  async open({ run: { account, connection }, connector }: SectionRun): Promise<AccountReader> {
    const now = this.clock.now();
    const reader = await withFreshAccess(this.grants, connector, account.accountId, now, (grant) =>
      connector.open(grant),
    );
    if (reader.platformAccountId === connection.account.platformAccountId) return reader;
    throw new PlatformError({ outcome: 'gone' }, `${account.platform}: another account answers`);
  }

  /** @throws RunStopped */
  async profile(reading: SectionRun, account: AccountReader): Promise<readonly Missing[]> {
    const read = await account.profile();
    this.keepPictures(reading, [{ what: AVATAR, address: read.avatarUrl }]);
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
    const began = this.clock.now();
    const missing: Missing[] = [];
    const waiting: PostReading[] = [];
    const different: PostReading[] = [];
    const seen = new Set<string>();
    const placed = new Set<string>();
    let whole: WholeOf | undefined;
    const compare = async (posts: readonly PostReading[]): Promise<void> => {
      const compared = await this.compared(reading, posts);
      for (const contentId of compared.placed) placed.add(contentId);
      missing.push(
        ...compared.missing.map((point) => ({ section: 'content' as const, ofPost: true as const, ...point })),
      );
      different.push(...compared.different);
      while (different.length >= postsAtOnce) await this.recordContent(reading, different.splice(0, postsAtOnce));
    };
    for await (const batch of account.content()) {
      missing.push(...batch.missing.map(({ part, loss }) => lostPart(part, loss)));
      waiting.push(...batch.posts);
      for (const { contentId } of batch.posts) seen.add(contentId);
      whole = batch.end;
      while (waiting.length >= postsAtOnce) await compare(waiting.splice(0, postsAtOnce));
    }
    await compare(waiting);
    await this.recordContent(reading, different);
    if (whole !== undefined && whole.completeFor.length > 0)
      await this.recordVanished(reading, { seen, placed, whole, began });
    return missing;
  }

  /** Of most posts nothing is different: only the others go on to be recorded, all at once. */
  private async compared(reading: SectionRun, posts: readonly PostReading[]): Promise<Compared> {
    if (posts.length === 0) return { different: [], placed: [], missing: [] };
    this.keepPictures(
      reading,
      posts.map(({ contentId, thumbnailUrl, publishedAt }) => ({
        what: contentId,
        address: thumbnailUrl,
        ...(!isLost(publishedAt) && { publishedAt }),
      })),
    );
    const known = await this.knownOf(reading, posts);
    const changes = contentChanges(posts, known);
    const changed = idsOf(changes);
    const discovered = changes.discovered.map(({ contentId }) => contentId);
    return {
      different: posts.filter(({ contentId }) => changed.has(contentId)),
      placed: [...known.keys(), ...discovered],
      missing: changes.missing,
    };
  }

  private async recordContent(reading: SectionRun, posts: readonly PostReading[]): Promise<void> {
    if (posts.length === 0) return;
    await this.record(reading, async () =>
      contentFacts(about(reading), contentChanges(posts, await this.knownOf(reading, posts))),
    );
  }

  private async knownOf(
    { run }: SectionRun,
    posts: readonly PostReading[],
  ): Promise<ReadonlyMap<string, KnownContent>> {
    const keys = posts.map(({ contentId }) => contentKey(run.account.accountId, contentId));
    const rows = await this.readModels.getMany(knownContent, keys);
    return new Map([...rows.values()].map((row) => [row.contentId, row]));
  }

  /** Now, while the platform's addresses are fresh. */
  private keepPictures(
    { run: { account } }: SectionRun,
    seen: readonly {
      readonly what: string;
      readonly address: Read<string | null>;
      readonly publishedAt?: string;
    }[],
  ): void {
    const { accountId, platform, invitationId, workspaceId } = account;
    this.pictures.seen(
      seen.flatMap(({ address, ...picture }) =>
        isLost(address)
          ? []
          : [{ ...picture, account: accountId, address, platform, subject: invitationId, workspaceId }],
      ),
    );
  }

  private async recordVanished(
    reading: SectionRun,
    { seen, placed, whole, began }: SeenPosts & { readonly whole: WholeOf; readonly began: Date },
  ): Promise<void> {
    const { accountId } = reading.run.account;
    await this.record(reading, async () => {
      // All that were seen are known and there, so that as many as these means no others.
      if ((await this.readModels.count(knownContent, { accountId, gone: 0 })) === placed.size) return [];
      const contentIds: string[] = [];
      for await (const post of this.knownPosts(accountId))
        if (!seen.has(post.contentId) && hasVanished(post, whole, began)) contentIds.push(post.contentId);
      return inParts(contentIds, mostMetrics).map((part): FiguresFact => ({
        type: 'ContentDeleted',
        data: { ...about(reading), contentIds: part },
      }));
    });
  }

  /** Those that were there when they were recorded last. */
  private async *knownPosts(accountId: string): AsyncIterable<KnownContent> {
    const pages = this.readModels.pages(knownContent, {
      where: { accountId, gone: 0 },
      sort: [{ field: 'publishedAt', direction: 'desc' }],
      limit: postsAtOnce,
    });
    for await (const rows of pages) yield* rows;
  }

  private record({ run, end }: SectionRun, changes: () => Promise<readonly FiguresFact[]>): Promise<void> {
    return this.recorder.record(run, end, changes);
  }
}

const idsOf = ({ discovered, changed, restored, metrics }: ContentChanges): ReadonlySet<string> =>
  new Set([...restored, ...[...discovered, ...changed, ...metrics].map(({ contentId }) => contentId)]);

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
const calledAtConnecting = ({ connection: { account } }: Run) => {
  const { username, displayName, avatarUrl } = account;
  return { username, displayName, avatarUrl };
};
