import type { MailQuotas } from '@linkage/contracts';
import { CLOCK, FactLog, ReadModels, type Clock, type Position } from '@linkage/event-sourcing';
import { ProblemException } from '@linkage/http';
import { MAIL_QUOTAS } from '@linkage/mail';
import { Inject, Injectable } from '@nestjs/common';
import { mailAskings, OF_INSTALLATION, ofInvitation, ofWorkspace, type MailAskings } from './mail-askings.projection';
import { askedAt, DAY_MS, nothingAsked, quotaRefusal, type Asked, type QuotaRefusal } from './mail-quota';

/** How long one that the read model has may still be missing in a row that was read before. */
const OVERLAP_MS = 60_000;

/** Asked for by this process, and perhaps not in the read model yet. */
interface Recent {
  readonly at: number;
  readonly keys: readonly string[];
  /** null: it is being written. */
  position: Position | null;
}

/**
 * Whether one more mail may be asked for: what the read model has, and what this process has asked for since. So a restart forgets nothing, and
 * of many at the same moment no more get through than may. Processes that share a data folder hear of each other when their facts are folded.
 */
@Injectable()
export class MailAllowance {
  private recent: Recent[] = [];
  private caughtUp: Promise<boolean> | undefined;

  constructor(
    private readonly readModels: ReadModels,
    private readonly log: FactLog,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MAIL_QUOTAS) private readonly quotas: MailQuotas | null,
  ) {}

  /** Runs `work` with the refusal it has to throw, if there is one. `work` gives the position of what it has recorded. */
  async within<T extends { readonly position: Position | null }>(
    workspaceId: string,
    stream: string,
    work: (refusal: QuotaRefusal | null) => Promise<T>,
  ): Promise<T> {
    if (this.quotas === null) return work(null);
    await this.expectCaughtUp();
    const keys = [OF_INSTALLATION, ofWorkspace(workspaceId), ofInvitation(stream)];
    const rows = await this.readModels.getMany(mailAskings, keys);
    const now = this.clock.now().getTime();
    const [installation, workspace, invitation] = keys.map((key) => this.usageOf(key, rows.get(key)));
    const usage = {
      installation: installation ?? nothingAsked,
      workspace: workspace ?? nothingAsked,
      invitation: invitation ?? nothingAsked,
    };
    const refusal = quotaRefusal(usage, this.quotas, now);
    if (refusal !== null) return work(refusal);
    const asking: Recent = { at: now, keys, position: null };
    this.recent = [
      ...this.recent.filter(({ at, position }) => position === null || Math.abs(now - at) < DAY_MS),
      asking,
    ];
    try {
      const done = await work(null);
      asking.position = done.position;
      return done;
    } catch (error) {
      this.recent = this.recent.filter((one) => one !== asking);
      throw error;
    } finally {
      this.forgetFolded(rows.get(OF_INSTALLATION), now);
    }
  }

  private usageOf(key: string, row: MailAskings | undefined): Asked {
    return this.recent
      .filter((one) => one.keys.includes(key) && !this.isIn(row, one))
      .reduce<Asked>((asked, { at }) => askedAt(asked, at, DAY_MS), row ?? nothingAsked);
  }

  private isIn(row: MailAskings | undefined, { position }: Recent): boolean {
    return row !== undefined && position !== null && this.log.port.compare(position, row.upTo) <= 0;
  }

  private forgetFolded(row: MailAskings | undefined, now: number): void {
    this.recent = this.recent.filter((one) => !this.isIn(row, one) || now - one.at < OVERLAP_MS);
  }

  /** Once per process: what was asked for before its start is in the read model. @throws unavailable */
  private async expectCaughtUp(): Promise<void> {
    this.caughtUp ??= this.log.head().then((head) => head === null || this.readModels.reached(mailAskings, head));
    const reached = await this.caughtUp.catch((error: unknown) => {
      this.caughtUp = undefined;
      throw error;
    });
    if (reached) return;
    this.caughtUp = undefined;
    throw ProblemException.unavailable(
      'Linkage is still reading what happened before its start. Try again in a few seconds.',
      5,
    );
  }
}
