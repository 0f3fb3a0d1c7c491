import { FactLog, type Fact, type FactContext, type Kernel, type Clock } from '@linkage/event-sourcing';
import { Pictures, type PictureSeen } from '@linkage/pictures';
import { PlatformRegistry } from '@linkage/platforms';
import type { LockedWork, Locks, Vault } from '@linkage/vault';
import { NEVER } from 'rxjs';
import { RunRefresh, type RefreshResult } from '../refresh/run-refresh.command';
import { figuresStream, refreshStream } from '../refresh/refresh';
import { accountId, accountStream, anAccountConnected, workspaceId } from '../refresh/refresh.fixtures';
import { aGrant, ScriptedConnector } from '../refresh/scripted-connector.fixtures';
import { FiguresRecorder } from './figures-recorder.service';
import { RefreshRuns } from './refresh-runs.service';
import { RunRefreshHandler } from './run-refresh.handler';
import { SectionRefresher } from './section-refresher.service';

const context: FactContext = {
  workspaceId,
  actor: { kind: 'system', id: 'spec' },
  correlationId: '01936000-0000-7000-8000-00000000c0c0',
  causationId: null,
};

/** Notes what it is told. */
class NotedPictures extends Pictures {
  readonly noted: PictureSeen[] = [];
  override readonly kept = NEVER;
  override seen(pictures: readonly PictureSeen[]): void {
    this.noted.push(...pictures);
  }
  override addresses = () => [];
  override faces = () => [];
  override settled = () => Promise.resolve();
}

/** The runs of one process on a kernel: Amélie's account behind a scripted platform. */
export class RefreshesUnderTest {
  readonly connector = new ScriptedConnector();
  private readonly handler: RunRefreshHandler;
  readonly pictures = new NotedPictures();
  lockIsLost = false;

  constructor(
    private readonly kernel: Kernel & { readonly clock: Clock; settled(): Promise<void> },
    private readonly vault: Pick<Vault, 'grants' | 'locks'>,
  ) {
    const { log, readModels, clock } = kernel;
    const runs = new RefreshRuns(log, clock);
    const recorder = new FiguresRecorder(log, readModels, runs);
    const sections = new SectionRefresher(vault.grants, readModels, recorder, this.pictures, clock);
    this.handler = new RunRefreshHandler(
      readModels,
      new PlatformRegistry([this.connector]),
      runs,
      recorder,
      sections,
      this.watched(vault.locks),
      clock,
    );
  }

  private watched(locks: Locks): Locks {
    const watching =
      <T>(work: LockedWork<T>): LockedWork<T> =>
      (lost) => {
        lost.addEventListener('abort', () => (this.lockIsLost = true));
        return work(lost);
      };
    return {
      withLock: (name, work) => locks.withLock(name, watching(work)),
      tryLock: (name, work) => locks.tryLock(name, watching(work)),
    };
  }

  async connect(fact: Fact = anAccountConnected()): Promise<void> {
    await this.vault.grants.put(accountId, aGrant());
    await this.say(accountStream, fact);
  }

  /** Appends a fact, and waits until the read models show it. */
  async say(stream: string, fact: Fact): Promise<void> {
    await this.kernel.log.append({ stream, facts: [fact], expected: 'any', context });
    await this.kernel.settled();
  }

  async run(signal?: AbortSignal): Promise<RefreshResult> {
    const result = await this.handler.execute(new RunRefresh(accountId, signal));
    await this.kernel.settled();
    return result;
  }

  /** Facts of the stream of runs, then of figures, by type. */
  async types(): Promise<{ runs: string[]; figures: string[] }> {
    return {
      runs: (await this.runs()).map(({ type }) => type),
      figures: (await this.figures()).map(({ type }) => type),
    };
  }

  runs = () => this.kernel.log.readStream(refreshStream(accountId)) as ReturnType<FactLog['readStream']>;
  figures = () => this.kernel.log.readStream(figuresStream(accountId)) as ReturnType<FactLog['readStream']>;
}
