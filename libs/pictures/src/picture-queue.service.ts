import { setTimeout as pause } from 'node:timers/promises';
import { CLOCK, type Clock } from '@linkage/event-sourcing';
import type { PlatformId } from '@linkage/platform-guide';
import { pictureAt } from '@linkage/published-facts';
import { DataSubjectKeys } from '@linkage/vault';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Subject, type Observable } from 'rxjs';
import { PictureFetcher } from './fetch/picture-fetcher';
import { PictureRefused, PictureUnreachable } from './picture.errors';
import { AVATAR, OFFERED, PictureStore, type Standing } from './picture-store.port';
import type { PictureKept, PictureSeen } from './pictures.port';
import { TurnsByAccount } from './turns-by-account';

const AT_ONCE = 6;
/** One slow platform must not hold up the others. */
const AT_ONCE_PER_PLATFORM = 3;
/** What is beyond waits for the next refresh. */
const MOST_WAITING = 20_000;
const PAUSES_MS: readonly number[] = [1_000, 5_000];
/** What could not be had is left alone for a while. */
const FAILURES = { max: 10_000, ttl: 10 * 60_000 };
const HOUR_MS = 3_600_000;
/**
 * After so long a picture may be another one at the same address. Faces change more often, and there is one of them.
 */
const TRUSTED_FOR_MS = { face: HOUR_MS, other: 7 * 24 * HOUR_MS };

interface Job extends PictureSeen {
  readonly address: string;
  readonly at: string;
}

interface Running extends Pick<PictureSeen, 'platform' | 'subject'> {
  readonly done: Promise<void>;
}

const keyOf = ({ account, what }: Pick<PictureSeen, 'account' | 'what'>): string => `${account}:${what}`;

/**
 * Fetches pictures in the background: a few at a time, faces first, then those of each account in turn. What cannot be
 * had leaves what was kept.
 */
@Injectable()
export class PictureQueue implements OnModuleDestroy {
  private readonly logger = new Logger('pictures');
  private readonly stopping = new AbortController();
  private readonly failed = new LRUCache<string, true>(FAILURES);
  private readonly faces = new Map<string, Job>();
  private readonly others = new TurnsByAccount<Job>();
  private readonly running = new Map<string, Running>();
  private listeners: (() => void)[] = [];
  private untold = true;
  private readonly news = new Subject<PictureKept>();
  readonly kept: Observable<PictureKept> = this.news.asObservable();

  constructor(
    private readonly store: PictureStore,
    private readonly fetcher: PictureFetcher,
    private readonly keys: DataSubjectKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A later address of the same thing takes the place of one that waits. */
  add(pictures: readonly PictureSeen[]): void {
    if (this.stopping.signal.aborted) return;
    for (const picture of pictures) {
      const { address } = picture;
      const waiting = picture.what === AVATAR ? this.faces : this.others;
      if (address === null || this.failed.has(address) || waiting.size >= MOST_WAITING) continue;
      const job = { ...picture, address, at: pictureAt(address) };
      if (this.isHere(job)) waiting.delete(keyOf(picture));
      else waiting.set(keyOf(picture), job);
    }
    this.startNext();
  }

  isWaitedFor(picture: Pick<PictureSeen, 'account' | 'what'>): boolean {
    const key = keyOf(picture);
    return this.faces.has(key) || this.others.has(key) || this.running.has(key);
  }

  /** Resolves when no picture of the person is being fetched any more, and none waits. */
  async letGo(person: string): Promise<void> {
    for (const waiting of [this.faces, this.others])
      for (const [key, { subject }] of waiting) if (subject === person) waiting.delete(key);
    await Promise.all([...this.running.values()].filter(({ subject }) => subject === person).map(({ done }) => done));
  }

  /** Resolves as soon as one more has come to its end. */
  nextEnd(): Promise<void> {
    return new Promise((resolve) => this.listeners.push(resolve));
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    this.faces.clear();
    this.others.clear();
    await Promise.all([...this.running.values()].map(({ done }) => done));
    this.fetcher.close();
  }

  private startNext(): void {
    while (this.running.size < AT_ONCE) {
      const job = this.takeNext();
      if (job === undefined) return;
      const key = keyOf(job);
      const done = this.run(job).finally(() => {
        this.running.delete(key);
        for (const listener of this.listeners.splice(0)) listener();
        this.startNext();
      });
      this.running.set(key, { platform: job.platform, subject: job.subject, done });
    }
  }

  private takeNext(): Job | undefined {
    const busy = new Map<PlatformId, number>();
    for (const { platform } of this.running.values()) busy.set(platform, (busy.get(platform) ?? 0) + 1);
    for (const waiting of [this.faces.entries(), this.others.heads()])
      for (const [key, job] of waiting) {
        if (this.running.has(key) || (busy.get(job.platform) ?? 0) >= AT_ONCE_PER_PLATFORM) continue;
        this.faces.delete(key);
        this.others.delete(key);
        return job;
      }
    return undefined;
  }

  private async run(job: Job): Promise<void> {
    try {
      const standing = this.store.standing(job);
      if (this.isFresh(job, standing)) return;
      const fetched = await this.fetch(job, standing.is === 'kept' ? standing.tag : null);
      if (fetched === null) return await this.store.check(job, this.clock.now());
      // A person who was erased meanwhile has no key any more.
      if ((await this.keys.find(job.subject)) === undefined) return;
      await this.store.keep({ ...job, ...fetched }, this.clock.now());
      const { account, what, workspaceId } = job;
      if (!what.startsWith(OFFERED)) this.news.next({ account, what, workspaceId });
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      this.failed.set(job.address, true);
      this.tell(job, error);
    }
  }

  /** Of most pictures of a refresh nothing is to be done, so that they do not wait for their turn. */
  private isHere(job: Job): boolean {
    try {
      return this.isFresh(job, this.store.standing(job));
    } catch {
      // Its turn says what is wrong.
      return false;
    }
  }

  private isFresh({ what }: Job, standing: Standing): boolean {
    if (standing.is !== 'kept') return standing.is === 'let-go';
    const trusted = what === AVATAR ? TRUSTED_FOR_MS.face : TRUSTED_FOR_MS.other;
    const age = this.clock.now().getTime() - standing.checkedAt.getTime();
    return age >= 0 && age < trusted;
  }

  private async fetch({ address, platform }: Job, tag: string | null): ReturnType<PictureFetcher['fetch']> {
    const { signal } = this.stopping;
    for (let attempt = 0; ; attempt++)
      try {
        return await this.fetcher.fetch({ address, platform, tag, signal });
      } catch (error) {
        const wait = PAUSES_MS[attempt];
        if (!(error instanceof PictureUnreachable) || !error.again || wait === undefined) throw error;
        await pause(wait, undefined, { signal });
      }
  }

  /** Addresses are signed for one person, so they are not told. Of our own trouble the first one is enough. */
  private tell({ account, platform }: Job, error: unknown): void {
    if (error instanceof PictureRefused || error instanceof PictureUnreachable) {
      const level = error instanceof PictureRefused ? 'warn' : 'debug';
      this.logger[level]({ msg: `a picture was not taken: ${error.message}`, account, platform });
      return;
    }
    if (this.untold) this.logger.error({ msg: 'a picture could not be kept; what was kept before stays', err: error });
    this.untold = false;
  }
}
